import ScanModel

extension ObjectID {
    /// Reads exactly as many hexadecimal digits as ids of `format` have.
    init?(hex text: UnsafeRawBufferPointer, format: ObjectFormat) {
        guard text.count == format.idByteCount * 2 else { return nil }
        self.init(hex: String(decoding: text, as: UTF8.self))
    }
}
