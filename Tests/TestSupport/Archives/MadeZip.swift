/// Writes zip files for tests, also such as lie.
package struct MadeZip {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    package init() {}

    /// Adds a member.
    ///
    /// - Parameters:
    ///   - method: 0 for stored bytes.
    ///   - size: what is said of the size of the content.
    ///   - packedSize: what the directory says of the size of `packed`.
    package mutating func add(
        _ name: String, _ packed: [UInt8], method: Int = 0, size: Int? = nil,
        packedSize: Int? = nil, flags: Int = 0
    ) {
        let name = Array(name.utf8)
        let stated = packedSize ?? packed.count
        let common =
            MadeZip.number(20, 2) + MadeZip.number(flags, 2) + MadeZip.number(method, 2)
            + MadeZip.number(0, 8) + MadeZip.number(stated, 4)
            + MadeZip.number(size ?? packed.count, 4) + MadeZip.number(name.count, 2)
            + MadeZip.number(0, 2)
        directory += MadeZip.number(0x0201_4B50, 4) + MadeZip.number(20, 2) + common
        directory += MadeZip.number(0, 10) + MadeZip.number(bytes.count, 4) + name
        bytes += MadeZip.number(0x0403_4B50, 4) + common + name + packed
        count += 1
    }

    /// The file.
    package func finished(withDirectory: Bool = true) -> [UInt8] {
        guard withDirectory else { return bytes }
        return bytes + directory + MadeZip.number(0x0605_4B50, 4) + MadeZip.number(0, 4)
            + MadeZip.number(count, 2) + MadeZip.number(count, 2)
            + MadeZip.number(directory.count, 4) + MadeZip.number(bytes.count, 4)
            + MadeZip.number(0, 2)
    }

    private static func number(_ value: Int, _ byteCount: Int) -> [UInt8] {
        (0..<byteCount).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }
}
