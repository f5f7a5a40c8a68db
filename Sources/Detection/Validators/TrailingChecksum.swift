/// What the formats share whose last characters are a checksum of characters before them.
///
/// A concrete validator says which prefixes it knows and how the check characters are computed;
/// this type does the cutting and comparing.
struct TrailingChecksum: Sendable {
    /// Fixed heads of the format; the first that fits counts.
    let prefixes: [StaticString]
    /// Lengths of the part between prefix and check characters.
    let bodyLengths: [Int]
    /// What that part may hold.
    let alphabet: CharacterSet
    /// How many check characters there are.
    let checkLength: Int
    /// Whether the prefix goes into the checksum too.
    let coversPrefix: Bool
    /// Check characters of the covered bytes.
    let compute: @Sendable (UnsafeRawBufferPointer) -> [UInt8]

    /// Whether the check characters fit; `nil` when the value has another form.
    func fits(_ value: UnsafeRawBufferPointer) -> Bool? {
        guard let head = value.part(from: 0, to: value.count - checkLength),
            let tail = value.part(from: value.count - checkLength, to: value.count),
            let covered = covered(of: head)
        else { return nil }
        return tail.equals(compute(covered))
    }

    /// The check characters to put after `prefix`; `nil` when it has another form.
    func characters(over prefix: [UInt8]) -> [UInt8]? {
        prefix.withUnsafeBytes { bytes in covered(of: bytes).map(compute) }
    }

    private func covered(of head: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        for prefix in prefixes {
            guard let body = head.after(prefix), bodyLengths.contains(body.count),
                alphabet.containsAll(of: body)
            else { continue }
            return coversPrefix ? head : body
        }
        return nil
    }
}
