import Foundation
import TestSupport
import Testing

@testable import Commands

/// The build id is read from the program itself.
@Suite struct BuildIdentityTests {
    @Test func theProgramOfTheTestsHasOne() {
        #if os(Linux)
            #expect(BuildIdentity.bytes.count >= 8)
        #endif
    }

    @Test func whatIsNoProgramHasNone() throws {
        var random = SeededRandom(seed: 5)
        #if os(Linux)
            let program = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/self/exe"))
            let whole = [UInt8](try #require(try program.read(upToCount: 1 << 14)))
            let id = whole.withUnsafeBytes { BuildIdentity.id(inELF: $0) }
            #expect(id == BuildIdentity.bytes)
            for length in stride(from: 0, to: 2_000, by: 7) {
                _ = whole.prefix(length).withUnsafeBytes { BuildIdentity.id(inELF: $0) }
            }
            for _ in 0..<2_000 {
                var bytes = whole
                for _ in 0..<4 { bytes[random.below(1_200)] = UInt8(random.below(256)) }
                _ = bytes.withUnsafeBytes { BuildIdentity.id(inELF: $0) }
            }
        #endif
        let rubbish = (0..<4_096).map { _ in UInt8(random.below(256)) }
        #expect(rubbish.withUnsafeBytes { BuildIdentity.id(inELF: $0) } == nil)
    }
}
