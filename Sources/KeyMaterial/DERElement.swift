/// One tag-length-value of DER (ITU-T X.690 §8 and §10).
struct DERElement {
    /// The identifier octet; tag numbers over 30 are not read.
    let tag: UInt8
    /// The contents octets.
    let content: ArraySlice<UInt8>

    /// Identifier octets of the types that keys use.
    enum Tag {
        static let boolean: UInt8 = 0x01
        static let integer: UInt8 = 0x02
        static let bitString: UInt8 = 0x03
        static let octetString: UInt8 = 0x04
        static let objectIdentifier: UInt8 = 0x06
        static let utcTime: UInt8 = 0x17
        static let generalizedTime: UInt8 = 0x18
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31
    }
}
