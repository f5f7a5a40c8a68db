import Foundation
import ScanModel
import Testing

@testable import Reporting

/// No half-written report, whatever the disk or the reader does.
@Suite struct OutputTests {
    /// A folder of its own for one test.
    private final class Folder {
        let path: String

        init() throws {
            let url = FileManager.default.temporaryDirectory
                .appending(path: "portcullis-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            path = url.path(percentEncoded: false)
        }

        func file(_ name: String) -> String { path + "/" + name }

        var names: [String] {
            get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private func write(_ text: String, to sink: any ReportSink) throws {
        var text = text
        try text.withUTF8 { try sink.write(UnsafeRawBufferPointer($0)) }
    }

    private func content(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test func reportAppearsOnlyWhenFinished() throws {
        let folder = try Folder()
        let path = folder.file("a.sarif")
        let file = try ReportFile.prepare(path: path)
        try write("one", to: file)
        #expect(!FileManager.default.fileExists(atPath: path))
        try file.finish()
        #expect(try content(path) == "one")
        #expect(try folder.names == ["a.sarif"])
    }

    @Test func abandonedReportLeavesTheOldOneAndNothingElse() throws {
        let folder = try Folder()
        let path = folder.file("a.sarif")
        try "old".write(toFile: path, atomically: true, encoding: .utf8)
        do {
            let file = try ReportFile.prepare(path: path)
            try write("half", to: file)
        }
        #expect(try content(path) == "old")
        #expect(try folder.names == ["a.sarif"])
    }

    #if os(Linux)
        @Test func fullDiskKeepsTheOldReportAndRemovesTheTemporaryFile() throws {
            let folder = try Folder()
            let (path, temporary) = (folder.file("a.sarif"), folder.file(".a.sarif.tmp"))
            try "old".write(toFile: path, atomically: true, encoding: .utf8)
            try "".write(toFile: temporary, atomically: true, encoding: .utf8)
            let full = open("/dev/full", O_WRONLY)
            let file = ReportFile(target: path, temporary: temporary, descriptor: full)
            #expect(throws: ReportError(code: .diskFull, message: "")) {
                try write("new", to: file)
            }
            try file.finish()
            #expect(try content(path) == "old")
            #expect(try folder.names == ["a.sarif"])
        }

        @Test func devicesAreWrittenInPlace() throws {
            let sink = try ReportDestination(parsing: "sarif=/dev/full").prepare()
            #expect(throws: ReportError(code: .diskFull, message: "")) {
                try SarifReporter(options: ReporterOptions()).write(
                    SampleReport.refused, to: sink)
            }
            let null = try ReportFile.prepare(path: "/dev/null")
            try write("gone", to: null)
            try null.finish()
            var status = stat()
            #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        }

        @Test func folderThatMayNotBeWrittenIsFoundBeforeTheScan() throws {
            // Not even root may make files here.
            let error = #expect(throws: ReportError.self) {
                try ReportFile.prepare(path: "/sys/portcullis.sarif")
            }
            #expect(error?.code == .notWritable)
        }
    #endif

    @Test func missingFolderIsFoundBeforeTheScan() throws {
        let folder = try Folder()
        for path in [folder.file("no/a.sarif"), folder.file("file/a.sarif")] {
            try "x".write(toFile: folder.file("file"), atomically: true, encoding: .utf8)
            let error = #expect(throws: ReportError.self) {
                try ReportFile.prepare(path: path)
            }
            #expect(error?.code == .folderMissing)
            #expect(error?.message.contains("its folder does not exist") == true)
        }
    }

    @Test func folderAsTargetIsRefused() throws {
        let folder = try Folder()
        for path in [folder.path, folder.path + "/", folder.file("new/")] {
            #expect(throws: ReportError(code: .targetIsFolder, message: "")) {
                try ReportFile.prepare(path: path)
            }
        }
    }

    @Test func linkAtTheTargetIsReplacedAndNotFollowed() throws {
        let folder = try Folder()
        let (path, other) = (folder.file("a.sarif"), folder.file("other"))
        try "precious".write(toFile: other, atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
        let file = try ReportFile.prepare(path: path)
        try write("new", to: file)
        try file.finish()
        #expect(try content(other) == "precious")
        #expect(try content(path) == "new")
    }

    @Test func leftTemporaryFilesAndPlantedLinksAreNotUsed() throws {
        let folder = try Folder()
        let planted = folder.file(".a.sarif.\(getpid())-0.tmp")
        try FileManager.default.createSymbolicLink(
            atPath: planted, withDestinationPath: folder.file("victim"))
        let file = try ReportFile.prepare(path: folder.file("a.sarif"))
        try write("new", to: file)
        try file.finish()
        #expect(!FileManager.default.fileExists(atPath: folder.file("victim")))
    }

    @Test func longNamesHaveATemporaryFileToo() throws {
        let folder = try Folder()
        let file = try ReportFile.prepare(path: folder.file(String(repeating: "n", count: 255)))
        try write("x", to: file)
        try file.finish()
        #expect(try folder.names.first?.count == 255)
    }

    @Test func closedPipeIsAnErrorOfItsOwn() throws {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        let sink = DescriptorSink(
            descriptor: ends[1], place: "standard output", closesDescriptor: true)
        let error = #expect(throws: ReportError.self) { try write("x", to: sink) }
        #expect(error?.code == .closedPipe)
    }

    @Test func slowReaderOfANonBlockingPipeGetsEverything() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let (reading, writing) = (ends[0], ends[1])
        #expect(fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK) == 0)
        // A thread of its own: the tests' pool may have no other one while this test writes.
        let received = Guarded<Int?>(nil)
        let reader = Thread {
            var total = 0
            var buffer = [UInt8](repeating: 0, count: 1_000)
            while true {
                let count = read(reading, &buffer, buffer.count)
                if count <= 0 { break }
                total += count
            }
            close(reading)
            received.withLock { $0 = total }
        }
        reader.start()
        let sink = DescriptorSink(descriptor: writing, place: "pipe", closesDescriptor: true)
        try write(String(repeating: "x", count: 1_000_000), to: sink)
        try sink.finish()
        while received.withLock({ $0 }) == nil { usleep(1_000) }
        #expect(received.withLock { $0 } == 1_000_000)
    }

    @Test func destinationsAreRead() throws {
        #expect(try ReportDestination(parsing: "text").path == nil)
        #expect(try ReportDestination(parsing: "json=-").path == nil)
        let named = try ReportDestination(parsing: "sarif=out/a=b.sarif")
        #expect(named.format == "sarif")
        #expect(named.path == "out/a=b.sarif")
    }

    @Test(arguments: ["", "=", "=x", "sarif=", "sarif=a\u{0}b"])
    func emptyPartsAreRefused(text: String) {
        #expect(throws: ReportError(code: .badDestination, message: "")) {
            try ReportDestination(parsing: text)
        }
    }

    @Test func unknownFormatNamesTheKnownOnes() {
        let error = #expect(throws: ReportError.self) {
            try ReportDestination(parsing: "html=x\u{1B}[2J")
        }
        #expect(error?.code == .unknownFormat)
        #expect(error?.message.contains("text, sarif, json, jsonl") == true)
    }

    @Test func twoReportsForOnePlaceAreRefused() throws {
        let one = try ReportDestination(parsing: "text")
        let two = try ReportDestination(parsing: "json=-")
        #expect(throws: ReportError(code: .sharedDestination, message: "")) {
            try ReportDestination.check([one, two])
        }
        let file = try ReportDestination(parsing: "json=a/b.json")
        try ReportDestination.check([one, file])
        #expect(throws: ReportError(code: .sharedDestination, message: "")) {
            try ReportDestination.check([file, try ReportDestination(parsing: "sarif=./a//b.json")])
        }
    }

    @Test func registryAndFolderHoldTheSameReporters() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Reporting/Reporters").standardized
        let files = try FileManager.default.contentsOfDirectory(
            atPath: folder.path(percentEncoded: false)
        ).filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }
        #expect(files.sorted() == ReporterRegistry.reporters.map { "\($0)" }.sorted())
    }
}
