/// Where the bytes of one report go.
///
/// A class, because it owns a descriptor or a temporary file. Used by one thread at a time.
package protocol ReportSink: AnyObject {
    /// Takes all of `bytes`; they are borrowed for the call.
    func write(_ bytes: UnsafeRawBufferPointer) throws(ReportError)

    /// Makes the report visible at its place; nothing may be written after.
    func finish() throws(ReportError)

    /// Gives up: nothing of a file is left behind. Harmless after `finish`.
    func discard()
}
