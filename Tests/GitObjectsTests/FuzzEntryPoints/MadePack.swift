import GitObjects

/// A pack and its index, made from a fuzzer's bytes.
///
/// The first byte says how far they fit each other: 0, the rest is the length of an index in two
/// bytes, the index, and a pack, all as they are. 1: the same, with the pack's number of objects and
/// trailer patched to those of the index. 2: a number of entries, an offset in two bytes for each,
/// and the pack's entries; pack and index are made of them. 3: entries of which the pack is
/// assembled, see `PackAssembly`. 4 more means SHA-256, 32 more an index of version 1 where it is
/// made, 64 more heavy entries where they are assembled; the other bits are for `SweepFuzz`.
struct MadePack {
    private(set) var pack: [UInt8] = []
    private(set) var index: [UInt8] = []
    let format: ObjectFormat

    init(_ input: inout FuzzInput, options: UInt8) {
        let isVersion1 = options & 32 != 0
        format = options & 4 == 0 ? .sha1 : .sha256
        switch options & 3 {
        case 2: encloseEntries(&input, isVersion1: isVersion1)
        case 3:
            var assembly = PackAssembly(
                &input, format: format, isHeavy: options & 64 != 0)
            pack = assembly.finish()
            index = assembly.index.file(
                packTrailer: pack.suffix(format.idByteCount), isVersion1: isVersion1)
        default:
            index = [UInt8](input.take(input.half()))
            pack = [UInt8](input.rest)
            if options & 3 == 1 { fit() }
        }
    }

    /// Lets the pack say what the index expects of it.
    private mutating func fit() {
        let hash = format.idByteCount
        guard pack.count >= 12 + hash, index.count >= 1032 + 2 * hash else { return }
        pack.replaceSubrange(0..<8, with: Array("PACK".utf8) + [0, 0, 0, 2])
        let end = index[0] == 0xFF ? 1032 : 1024
        pack.replaceSubrange(8..<12, with: index[end - 4..<end])
        pack.replaceSubrange((pack.count - hash)..., with: index.suffix(2 * hash).prefix(hash))
    }

    private mutating func encloseEntries(_ input: inout FuzzInput, isVersion1: Bool) {
        var made = MadeIndex(format: format)
        for _ in 0..<input.byte() % 64 { made.add(offset: UInt64(input.half())) }
        pack = Array("PACK".utf8) + [0, 0, 0, 2] + BigEndian.bytes(UInt32(made.count)) + input.rest
        pack += [UInt8](repeating: 0x5A, count: format.idByteCount)
        made.fillChecksums(of: pack)
        index = made.file(
            packTrailer: pack.suffix(format.idByteCount), isVersion1: isVersion1)
    }
}
