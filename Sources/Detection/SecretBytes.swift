/// A raw secret value, borrowed from the blob that is being scanned and valid as long as it.
///
/// Internal to `Detection`: no other room can name it, so no report, log or error can hold it.
/// It does not print itself.
struct SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The value.
    let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Number of bytes.
    var count: Int { bytes.count }

    var description: String { "(secret)" }
    var debugDescription: String { "(secret)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
