#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// A folder for the files of one run, removed with its owner.
///
/// By the calls of the operating system: a fuzzer makes thousands of them a second.
struct ScratchFolder: ~Copyable {
    /// The folder, without a `/` at its end.
    let path: String
    private var names: [String] = []

    /// - Throws: when there is no room for it.
    init() throws(FuzzFailure) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/portcullis-fuzz-XXXXXX".utf8CString)
        let isMade = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) } != nil
        }
        try FuzzFailure.unless(isMade, "there is no folder \(parent) to write to")
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // A name that is a folder comes before what it holds.
        for name in names.reversed() { remove("\(path)/\(name)") }
        rmdir(path)
    }

    /// Makes a folder in it.
    mutating func makeFolder(_ name: String) {
        mkdir("\(path)/\(name)", 0o700)
        names.append(name)
    }

    /// Writes a file in it.
    /// - Returns: its path.
    mutating func write(
        _ name: String, _ bytes: [UInt8]
    ) throws(FuzzFailure) -> String {
        let file = "\(path)/\(name)"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        try FuzzFailure.unless(descriptor >= 0, "\(file) cannot be written")
        defer { close(descriptor) }
        names.append(name)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = systemWrite(descriptor, rest)
            try FuzzFailure.unless(count > 0, "\(file) cannot be written")
            rest = rest.dropFirst(count)
        }
        return file
    }

    private func systemWrite(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBytes { bytes in
            #if canImport(Darwin)
                Darwin.write(descriptor, bytes.baseAddress, bytes.count)
            #else
                Glibc.write(descriptor, bytes.baseAddress, bytes.count)
            #endif
        }
    }
}
