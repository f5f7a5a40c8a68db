/// Numbers as git's files have them.
enum BigEndian {
    /// Two, four or eight bytes.
    static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
