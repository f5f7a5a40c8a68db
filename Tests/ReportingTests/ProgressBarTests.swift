import Foundation
import Synchronization
import Testing

@testable import Reporting

@Suite struct ProgressBarTests {
    /// Runs `body` with a pipe's writing end and returns what was written.
    private func written(_ body: (Int32) async -> Void) async -> String {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return "" }
        await body(ends[1])
        close(ends[1])
        let handle = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        return String(decoding: handle.readDataToEndOfFile(), as: UTF8.self)
    }

    /// A clock that moves by hand.
    private final class Hand: Sendable {
        let time = Atomic<Int64>(0)
    }

    @Test func nothingIsDrawnWhereThereIsNoTerminal() async {
        let text = await written { descriptor in
            let bar = ProgressBar(label: "Scanning", total: 10, descriptor: descriptor)
            for _ in 0..<10 { bar.advance() }
            bar.finish()
        }
        #expect(text.isEmpty)
    }

    @Test func barIsDrawnTenTimesASecondAtMostAndErased() async {
        let hand = Hand()
        let text = await written { descriptor in
            let bar = ProgressBar(
                label: "Scanning", total: 1_000, descriptor: descriptor, isShown: true,
                now: { hand.time.load(ordering: .relaxed) })
            for _ in 0..<1_000 {
                hand.time.wrappingAdd(1_000_000, ordering: .relaxed)
                bar.advance(bytes: 10)
            }
            bar.finish()
            bar.advance()
        }
        let drawings = text.split(separator: "\r").filter { $0.hasPrefix("Scanning") }
        #expect((9...10).contains(drawings.count))
        #expect(text.hasSuffix("\r\u{1B}[K"))
        #expect(drawings.last?.contains("100%") == true)
    }

    @Test func shortWorkShowsNothing() async {
        let text = await written { descriptor in
            let bar = ProgressBar(
                label: "Scanning", total: 3, descriptor: descriptor, isShown: true, now: { 0 })
            bar.advance(by: 3)
            bar.finish()
        }
        #expect(text.isEmpty)
    }

    @Test(arguments: [0, 5, 20, 40, 79])
    func lineIsNeverWiderThanTheTerminal(width: Int) {
        let bar = ProgressBar(label: "Scanning 日本語", total: 100, isShown: true, now: { 0 })
        bar.advance(by: 50, bytes: 123_456_789)
        #expect(DisplayWidth.columns(bar.line(width: width)) <= width)
    }

    @Test func expectedBytesDecideTheShare() {
        let bar = ProgressBar(label: "history", total: nil, isShown: true, now: { 0 })
        bar.expect(bytes: 4_000_000)
        bar.advance(bytes: 3_000_000)
        let line = "history [===============     ] 75%  3.0 MB of 4.0 MB"
        #expect(bar.line(width: 79) == line)
        bar.advance(bytes: .max - 3_000_000)
        #expect(bar.line(width: 79).contains("100%  4.0 MB of 4.0 MB"))
    }

    @Test func nothingExpectedShowsNoShare() {
        let bar = ProgressBar(label: "history", total: nil, isShown: true, now: { 0 })
        bar.expect(bytes: 0)
        bar.advance(bytes: 12_000)
        #expect(bar.line(width: 79) == "history  1, 12.0 kB")
    }

    @Test func manyThreadsCountRight() async {
        let bar = ProgressBar(label: "Scanning", total: nil, isShown: true, now: { 0 })
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<1_000 { bar.advance() } } }
        }
        #expect(bar.line(width: 79).contains("8,000"))
    }
}
