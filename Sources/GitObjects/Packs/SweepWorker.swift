/// What one thread of a sweep does with the objects it meets.
///
/// A base is visited before what is made from it, most often by the same worker.
package protocol SweepWorker: AnyObject, SendableMetatype {
    /// Looks at an object.
    ///
    /// - Parameter base: what was kept of the object that this one was made from.
    /// - Returns: what to keep for those made from it; `nil` when they need nothing.
    func visit(_ object: SweptObject, base: AnyObject?) -> AnyObject?

    /// What of a memo another worker, on another thread, may use as well; `nil` when nothing: then
    /// that one sees the object as if it were stored whole.
    func shared(_ memo: AnyObject) -> AnyObject?
}

extension SweepWorker {
    package func shared(_ memo: AnyObject) -> AnyObject? { nil }
}
