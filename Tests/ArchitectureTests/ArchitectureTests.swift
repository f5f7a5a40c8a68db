import Testing

/// Holds the real sources against the plan of the house.
@Suite("Architecture of the sources")
struct ArchitectureTests {
    /// A file past about 400 lines asks to be two; 450 is where it must be.
    static let maxLines = 450

    @Test("imports follow the arrows")
    func importsFollowTheArrows() throws {
        let files =
            try Repository.swiftFiles(below: "Sources")
            + Repository.swiftFiles(below: "Plugins") + Repository.swiftFiles(below: "rules")
        #expect(files.flatMap { ImportArrows.violations(in: $0) } == [])
        #expect(files.flatMap { ImportArrows.leakingCImports(in: $0) } == [])
    }

    @Test("every folder of sources has its arrows drawn, and every room has a folder")
    func tableAndFoldersAgree() throws {
        let drawn = Set(ImportArrows.allowed.keys).subtracting(["EmbeddedRules", "EmbedRules"])
        #expect(try Repository.modules() == drawn)
    }

    @Test("only Detection vouches for redacted text")
    func onlyDetectionVouches() throws {
        let files = try Repository.swiftFiles(below: "Sources")
        #expect(files.flatMap { SecretOwnership.forgedRedactions(in: $0) } == [])
        for path in SecretOwnership.vouchedFor.keys {
            #expect(files.contains { $0.path == path }, "\(path) is excused and does not exist")
        }
    }

    @Test("only Detection names raw secrets")
    func onlyDetectionNamesSecrets() throws {
        let files = try Repository.swiftFiles(below: "Sources")
        #expect(files.flatMap { SecretOwnership.secretNames(in: $0) } == [])
        #expect(
            files.contains {
                $0.module == SecretOwnership.owner && $0.mentions(word: "SecretBytes")
            },
            "the type is not called SecretBytes any more: the check holds of nothing")
    }

    @Test("folder and registry agree", arguments: Registry.all)
    func folderAndRegistryAgree(registry: Registry) throws {
        #expect(registry.violations(in: try Repository.swiftFiles(below: "Sources")) == [])
    }

    @Test("no file is longer than 450 lines")
    func noFileIsTooLong() throws {
        let long = try Repository.swiftFiles(below: "Sources").filter {
            $0.lineCount > Self.maxLines
        }
        #expect(long.map { "\($0.path): \($0.lineCount) lines" } == [])
    }

    @Test("docs/architecture.md shows every room with its arrows")
    func architectureDocumentIsTrue() throws {
        let shown = RoomTable.read(try Repository.file("docs/architecture.md").text)
        #expect(Set(shown.keys) == ImportArrows.rooms)
        for (room, imports) in shown {
            #expect(imports == ImportArrows.allowed[room], "row of \(room)")
        }
    }
}
