import ScanModel

extension ObjectID {
    /// Reads exactly as many hexadecimal digits as ids of `format` have.
    init?(hex text: UnsafeRawBufferPointer, format: ObjectFormat) {
        guard text.count == format.idByteCount * 2 else { return nil }
        let id = withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { raw -> ObjectID? in
            for index in 0..<format.idByteCount {
                guard let high = ObjectID.value(ofDigit: text[2 * index]),
                    let low = ObjectID.value(ofDigit: text[2 * index + 1])
                else { return nil }
                raw[index] = high << 4 | low
            }
            return ObjectID(
                rawID: UnsafeRawBufferPointer(rebasing: raw[..<format.idByteCount]))
        }
        guard let id else { return nil }
        self = id
    }

    private static func value(ofDigit byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
