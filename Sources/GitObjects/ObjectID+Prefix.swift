import ScanModel

extension ObjectID {
    /// Whether the first `digits` hexadecimal digits are those of `prefix`, whose last byte may be
    /// half used.
    func begins(with prefix: [UInt8], digits: Int) -> Bool {
        guard digits <= byteCount * 2, prefix.count == (digits + 1) / 2 else { return false }
        let bytes = bytes
        guard bytes.prefix(digits / 2) == prefix.prefix(digits / 2) else { return false }
        return digits % 2 == 0 || bytes[digits / 2] >> 4 == prefix[digits / 2] >> 4
    }
}
