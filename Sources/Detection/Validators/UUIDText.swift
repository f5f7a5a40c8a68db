/// The text form of UUIDs (RFC 9562 §4).
enum UUIDText {
    /// Whether the text is 8-4-4-4-12 hexadecimal digits.
    static func isUUID(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count == 36 else { return false }
        for (index, byte) in text.enumerated() {
            switch index {
            case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
            default: guard CharacterSet.hex.contains(byte) else { return false }
            }
        }
        return true
    }
}
