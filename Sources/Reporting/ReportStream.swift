/// Buffers a reporter's small writes into chunks for a sink.
///
/// The first error sticks: later writes do nothing and `flush` throws it. So reporters read as
/// straight text, and loops over findings ask `hasFailed` to stop early.
final class ReportStream {
    /// Largest piece that a sink is ever given, in bytes.
    static let chunkBytes = 64 << 10

    private let sink: any ReportSink
    private var buffer: [UInt8] = []
    private var failure: ReportError?

    /// Writes to `sink`, which the caller finishes.
    init(_ sink: any ReportSink) {
        self.sink = sink
        buffer.reserveCapacity(ReportStream.chunkBytes)
    }

    /// Whether the sink has refused something.
    var hasFailed: Bool { failure != nil }

    /// Appends the UTF-8 of `text`.
    func write(_ text: String) {
        var text = text
        text.withUTF8 { write(bytes: $0) }
    }

    /// Appends bytes.
    func write(bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < bytes.count && failure == nil {
            let end = min(bytes.count, start + ReportStream.chunkBytes - buffer.count)
            buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
            start = end
            if buffer.count == ReportStream.chunkBytes { emit() }
        }
    }

    /// Appends one byte.
    func write(byte: UInt8) {
        guard failure == nil else { return }
        buffer.append(byte)
        if buffer.count == ReportStream.chunkBytes { emit() }
    }

    /// Hands the rest to the sink.
    ///
    /// - Throws: the first error of any write.
    func flush() throws(ReportError) {
        if !buffer.isEmpty { emit() }
        if let failure { throw failure }
    }

    private func emit() {
        guard failure == nil else { return }
        buffer.withUnsafeBytes { bytes in
            do throws(ReportError) {
                try sink.write(bytes)
            } catch {
                failure = error
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
