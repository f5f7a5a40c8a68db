internal import ScanModel

/// Writes what the cache keeps, compactly: numbers in as many bytes as they need, each text once.
struct CacheEncoder {
    private var numbers: [[UInt8]: Int] = [:]
    private var texts: [UInt8] = []
    private var body: [UInt8] = []

    /// The texts, and then what was added.
    var bytes: [UInt8] {
        var head = CacheEncoder()
        head.add(numbers.count)
        return head.body + texts + body
    }

    /// Adds a number, seven bits a byte and the low ones first; its sign comes last of all.
    mutating func add(_ number: Int) { CacheEncoder.append(number, to: &body) }

    mutating func add(_ flag: Bool) { body.append(flag ? 1 : 0) }

    /// Adds a text by its number; two texts are the same when their bytes are.
    mutating func add(_ text: String) {
        let bytes = Array(text.utf8)
        if let number = numbers[bytes] {
            add(number)
            return
        }
        add(numbers.count)
        numbers[bytes] = numbers.count
        CacheEncoder.append(bytes.count, to: &texts)
        texts += bytes
    }

    mutating func add(_ id: ObjectID) {
        body.append(UInt8(truncatingIfNeeded: id.byteCount))
        body += id.bytes
    }

    mutating func add<Value>(_ value: Value?, _ write: (inout CacheEncoder, Value) -> Void) {
        add(value != nil)
        if let value { write(&self, value) }
    }

    mutating func add<Value>(list values: [Value], _ write: (inout CacheEncoder, Value) -> Void) {
        add(values.count)
        for value in values { write(&self, value) }
    }

    /// Adds bytes whose number the reader knows.
    mutating func add(raw bytes: [UInt8]) { body += bytes }

    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        let shifted = UInt64(bitPattern: Int64(number)) << 1
        var rest = number < 0 ? ~shifted : shifted
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
