/// Globs over names: `*` stands for any run of characters, letters match in either case.
enum NameGlob {
    /// Whether the whole name fits.
    static func matches(_ name: String, _ glob: String) -> Bool {
        matches(Array(name.utf8), Array(glob.utf8))
    }

    /// Goes back to the last star alone, so the time is at most the product of the lengths.
    private static func matches(_ name: [UInt8], _ glob: [UInt8]) -> Bool {
        var place = 0
        var step = 0
        var star: (step: Int, place: Int)?
        while place < name.count {
            if step < glob.count, glob[step] == UInt8(ascii: "*") {
                star = (step, place)
                step += 1
            } else if step < glob.count, folded(glob[step]) == folded(name[place]) {
                step += 1
                place += 1
            } else if let last = star {
                step = last.step + 1
                place = last.place + 1
                star = (last.step, place)
            } else {
                return false
            }
        }
        return glob[step...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
