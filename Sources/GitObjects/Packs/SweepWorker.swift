/// What one thread of a sweep does with the objects it meets.
///
/// A base is visited before what is made from it, by the same worker.
package protocol SweepWorker: AnyObject, SendableMetatype {
    /// What is kept of an object for those made from it.
    associatedtype Memo
    /// What the worker has gathered.
    associatedtype Output: Sendable

    /// Looks at an object.
    ///
    /// - Parameter base: what was kept of the object that this one was made from.
    /// - Returns: what to keep; `nil` when those made from it need nothing.
    func visit(_ object: SweptObject, base: Memo?) -> Memo?

    /// What was gathered; called once, at the end.
    func finish() -> Output
}
