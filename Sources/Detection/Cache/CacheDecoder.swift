internal import ScanModel

/// Reads back what `CacheEncoder` wrote. Every count is held against the bytes that are left, so
/// that no bytes whatever make it trap or take more memory than a small multiple of theirs.
struct CacheDecoder {
    private var rest: ArraySlice<UInt8>
    private var texts: [String] = []

    /// - Throws: when the bytes do not begin with a table of texts.
    init(_ bytes: ArraySlice<UInt8>) throws(CacheFault) {
        rest = bytes
        let count = try self.count()
        texts.reserveCapacity(count)
        for _ in 0..<count {
            texts.append(String(decoding: try raw(try self.count()), as: UTF8.self))
        }
    }

    /// - Throws: when something is left.
    func expectEnd() throws(CacheFault) {
        if !rest.isEmpty { throw CacheFault() }
    }

    mutating func int() throws(CacheFault) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard let byte = rest.popFirst(), shift <= 63, shift < 63 || byte <= 1 else {
                throw CacheFault()
            }
            value |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { break }
            shift += 7
        }
        let magnitude = Int64(bitPattern: value >> 1)
        return Int(value & 1 == 0 ? magnitude : ~magnitude)
    }

    /// A number from `low` to `limit`.
    mutating func int(upTo limit: Int, from low: Int = 0) throws(CacheFault) -> Int {
        let value = try int()
        guard value >= low, value <= limit else { throw CacheFault() }
        return value
    }

    /// How many things follow that take at least so many bytes each.
    mutating func count(ofAtLeast byteCount: Int = 1) throws(CacheFault) -> Int {
        let value = try int()
        guard value >= 0, value <= rest.count / max(1, byteCount) else { throw CacheFault() }
        return value
    }

    mutating func flag() throws(CacheFault) -> Bool {
        switch rest.popFirst() {
        case 0: return false
        case 1: return true
        default: throw CacheFault()
        }
    }

    mutating func text() throws(CacheFault) -> String {
        let number = try int()
        guard texts.indices.contains(number) else { throw CacheFault() }
        return texts[number]
    }

    mutating func id() throws(CacheFault) -> ObjectID {
        guard let byteCount = rest.popFirst(), let id = ObjectID(bytes: try raw(Int(byteCount)))
        else { throw CacheFault() }
        return id
    }

    mutating func optional<Value>(
        _ read: (inout CacheDecoder) throws(CacheFault) -> Value
    ) throws(CacheFault) -> Value? {
        try flag() ? try read(&self) : nil
    }

    mutating func list<Value>(
        _ read: (inout CacheDecoder) throws(CacheFault) -> Value
    ) throws(CacheFault) -> [Value] {
        var values: [Value] = []
        for _ in 0..<(try count()) { values.append(try read(&self)) }
        return values
    }

    /// The next bytes.
    mutating func raw(_ count: Int) throws(CacheFault) -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest.count else { throw CacheFault() }
        let bytes = rest.prefix(count)
        rest = rest.dropFirst(count)
        return bytes
    }
}
