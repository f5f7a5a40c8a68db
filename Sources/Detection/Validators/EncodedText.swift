private import KeyMaterial

/// What validators share whose values are base64 of a text in a fixed form.
enum EncodedText {
    /// The decoded bytes, at most 64 KiB, in either alphabet and with or without padding.
    static func decode(_ value: UnsafeRawBufferPointer) -> [UInt8]? {
        Base64Decoding.decode(
            value, alphabet: .either, padding: .optional, maxOutputBytes: 64 << 10)
    }

    /// The members of the JSON object that the value encodes.
    static func jsonMembers(_ value: UnsafeRawBufferPointer) -> Set<String>? {
        decode(value).flatMap { JSONObjectReader.members(of: $0) }.map { Set($0.keys) }
    }

    /// Whether the bytes are printable ASCII with blanks, and there are some.
    static func isText(_ bytes: some Collection<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { (0x20...0x7E).contains($0) || (0x09...0x0D).contains($0) }
    }
}
