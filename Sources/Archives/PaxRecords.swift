/// What an extended header of pax says of the member behind it.
///
/// - Source: POSIX.1-2017, pax, "pax Extended Header".
struct PaxRecords {
    private(set) var path: String?
    private(set) var size: Int?

    /// - Parameter data: records of `LENGTH KEY=VALUE` and a line feed.
    /// - Returns: `nil` when they are damaged: readers would disagree on what follows.
    init?(_ data: UnsafeRawBufferPointer) {
        var offset = 0
        while offset < data.count {
            // Writers fill up with zeros, although they need not.
            if data[offset...].allSatisfy({ $0 == 0 }) { return }
            var length = 0
            var place = offset
            while place < data.count, (0x30...0x39).contains(data[place]), length <= data.count {
                length = length * 10 + Int(data[place] - 0x30)
                place += 1
            }
            guard place > offset, place < data.count, data[place] == 0x20,
                length > place + 1 - offset, length <= data.count - offset,
                data[offset + length - 1] == 0x0A
            else { return nil }
            let item = data[(place + 1)..<(offset + length - 1)]
            offset += length
            guard let sign = item.firstIndex(of: 0x3D) else { return nil }
            let value = item[(sign + 1)...]
            if item[..<sign].elementsEqual("path".utf8) { path = ArchiveReader.name(value) }
            if item[..<sign].elementsEqual("size".utf8) {
                guard let number = Int(String(decoding: value, as: UTF8.self)), number >= 0 else {
                    return nil
                }
                size = number
            }
        }
    }
}
