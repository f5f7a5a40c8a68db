import Detection
import Foundation
import Rules
import Testing

@Suite struct RandomnessScoreTests {
    private func score(_ text: String) -> Double {
        Array(text.utf8).withUnsafeBytes { RandomnessScore.score(of: $0) }
    }

    private func entropy(_ bytes: [UInt8]) -> Double {
        bytes.withUnsafeBytes { ShannonEntropy.bitsPerCharacter(of: $0) }
    }

    @Test(arguments: [
        "getUserAccountName", "SECRET_ACCESS_KEY", "user-api-key", "/usr/share/doc/readme.txt",
        "correct horse battery staple", "v1.12.3-rc.4", "com.example.project.Service",
        "MyDatabasePassword2024", "application/json", "changeme-please", "NSApplicationDelegate",
    ])
    func languageIsNotRandom(_ text: String) { #expect(score(text) < 0.5) }

    @Test(arguments: [
        "hex:24", "hex:32", "hex:40", "b62:16", "b62:24", "b62:40", "b64:32", "b36:24", "B32:24",
    ])
    func drawnTextIsRandom(_ placeholder: String) throws {
        let expander = ExamplePlaceholders { _, _ in nil }
        var missed = 0
        for seed in 0..<200 as Range<UInt64> {
            let text = try expander.expand("⟦\(placeholder)⟧", seed: seed)
            if text.bytes.withUnsafeBytes({ RandomnessScore.score(of: $0) }) < 0.5 { missed += 1 }
        }
        #expect(missed <= 4)
    }

    @Test func bearsAnyBytes() {
        #expect(score("") == 0 && score("a") == 0)
        for length in [2, 3, 63, 64, 65, 100_000] {
            for byte in [0, 32, 65, 127, 128, 255] as [UInt8] {
                let value = [UInt8](repeating: byte, count: length).withUnsafeBytes {
                    RandomnessScore.score(of: $0)
                }
                #expect((0...1).contains(value))
            }
        }
        var random = SplitMix64(seed: 5)
        for _ in 0..<2000 {
            let bytes = (0..<Int(random.next() % 80)).map { _ in
                UInt8(truncatingIfNeeded: random.next())
            }
            #expect((0...1).contains(bytes.withUnsafeBytes { RandomnessScore.score(of: $0) }))
        }
    }

    @Test func entropyFollowsShannon() {
        #expect(entropy([]) == 0 && entropy([7, 7, 7]) == 0)
        #expect(abs(entropy([1, 2, 3, 4]) - 2) < 1e-12)
        #expect(abs(entropy(Array(0...255)) - 8) < 1e-12)
        #expect(abs(entropy(Array("aab".utf8)) - 0.918_295_834) < 1e-6)
    }
}
