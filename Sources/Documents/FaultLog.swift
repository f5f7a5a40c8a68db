/// Collects what a reader could not read, up to a number that a report can bear.
struct FaultLog {
    /// Beyond so many faults a document is another format, and more of them tell nothing.
    static let capacity = 64

    private(set) var faults: [DocumentError] = []

    var isFull: Bool { faults.count >= FaultLog.capacity }

    mutating func add(
        _ code: DocumentError.Code, at position: SourcePosition, _ message: String
    ) {
        guard faults.count < FaultLog.capacity else { return }
        guard faults.count + 1 < FaultLog.capacity else {
            faults.append(DocumentError(.limit, at: position, "further faults are not listed"))
            return
        }
        faults.append(DocumentError(code, at: position, message))
    }
}
