import Reporting

/// Keeps a report in memory, or only its measures.
final class MemorySink: ReportSink {
    private(set) var bytes: [UInt8] = []
    private(set) var byteCount = 0
    private(set) var largestChunk = 0
    private(set) var writeCount = 0
    private let keepsBytes: Bool
    private let failure: ReportError?

    /// Fails every write with `failure` where one is given.
    init(keepsBytes: Bool = true, failure: ReportError? = nil) {
        self.keepsBytes = keepsBytes
        self.failure = failure
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func write(_ chunk: UnsafeRawBufferPointer) throws(ReportError) {
        writeCount += 1
        if let failure { throw failure }
        byteCount += chunk.count
        largestChunk = max(largestChunk, chunk.count)
        if keepsBytes { bytes.append(contentsOf: chunk) }
    }

    func finish() throws(ReportError) {}

    func discard() {}
}
