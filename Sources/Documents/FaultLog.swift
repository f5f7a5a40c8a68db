/// Collects what a reader could not read, up to a number that a report can bear.
struct FaultLog {
    /// Beyond so many faults a document is another format, and more of them tell nothing.
    static let capacity = 64

    private(set) var faults: [DocumentError] = []

    /// Whether a fault would be noted: beyond the capacity those of limits alone are.
    func takes(_ code: DocumentError.Code) -> Bool {
        faults.count < FaultLog.capacity || code == .limit
    }

    mutating func add(
        _ code: DocumentError.Code, at position: SourcePosition, _ message: String
    ) {
        let fault = DocumentError(code, at: position, message)
        guard faults.count < FaultLog.capacity else {
            // That something was not read for a limit has to be known.
            if code == .limit { faults[faults.count - 1] = fault }
            return
        }
        guard faults.count + 1 < FaultLog.capacity else {
            faults.append(DocumentError(.syntax, at: position, "further faults are not listed"))
            return
        }
        faults.append(fault)
    }
}
