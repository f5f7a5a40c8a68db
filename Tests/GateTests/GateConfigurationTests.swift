import Documents
import Gate
import ScanModel
import Testing

@Suite struct GateConfigurationTests {
    private func read(_ text: String) throws(DocumentError) -> GateConfiguration {
        try GateConfiguration.read(Array(text.utf8))
    }

    @Test func everyKeyIsRead() throws {
        let configuration = try read(
            """
            select: [github, 'stripe.*']
            ignore: weak
            exclude: ['vendor/**', '*.lock']
            fail-on: high
            fail-on-confidence: low
            rules: [tools/rules]
            max-file-size: 50MB
            inline-suppressions: at-once
            """)
        #expect(configuration.select == ["github", "stripe.*"])
        #expect(configuration.ignore == ["weak"])
        #expect(configuration.exclude.count == 2)
        #expect(configuration.exclude.contains { $0.matches("vendor/a/b.c") })
        #expect(configuration.exclude.contains { $0.matches("a/b.lock") })
        #expect(configuration.failOn == .high)
        #expect(configuration.failOnConfidence == .low)
        #expect(configuration.rules == ["tools/rules"])
        #expect(configuration.maxFileSize == 50 << 20)
        #expect(configuration.inlineSuppressions == .atOnce)
    }

    @Test func emptyFileSaysNothing() throws {
        let configuration = try read("# nothing\n")
        #expect(configuration.select.isEmpty && configuration.exclude.isEmpty)
        #expect(configuration.failOn == nil && configuration.maxFileSize == nil)
        #expect(configuration.inlineSuppressions == .afterMerge)
    }

    @Test(arguments: [
        ("unknown: 1", "1:1", "expected one of: select, ignore"),
        ("fail-on: severe", "1:10", "info, low, medium, high or critical"),
        ("fail-on: High", "1:10", "info, low, medium, high or critical"),
        ("fail-on: [high]", "1:10", "must be text"),
        ("fail-on-confidence: sure", "1:21", "low, medium or high"),
        ("max-file-size: 1.5MB", "1:16", "50MB"),
        ("inline-suppressions: never", "1:22", "after-merge or at-once"),
        ("exclude:\n- '{a'", "2:1", ""),
        ("select: [[a]]", "1:10", "must be text"),
        ("[]", "1:1", "a mapping was expected"),
    ])
    func fault(text: String, place: String, words: String) {
        do throws(DocumentError) {
            _ = try read(text)
            Issue.record("nothing was wrong")
        } catch {
            #expect(error.description.hasPrefix(place + ": "), "\(error)")
            #expect(words.isEmpty || error.message.contains(words), "\(error)")
        }
    }

    @Test(arguments: [
        ("1", 1), ("512", 512), ("1B", 1), ("2K", 2048), ("2kb", 2048), ("2KiB", 2048),
        ("50MB", 50 << 20), ("1G", 1 << 30), ("1024GiB", 1 << 40),
    ])
    func size(text: String, bytes: Int) {
        #expect(ByteCount.parse(text) == bytes)
    }

    @Test(arguments: [
        "", "0", "-1", "K", "1.5M", "1 M", "1T", "1025G", "99999999999999999999", "0x10",
        "9223372036854775807G", "١M", "+1",
    ])
    func noSize(text: String) {
        #expect(ByteCount.parse(text) == nil)
    }
}
