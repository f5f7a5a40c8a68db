@testable import GitObjects
import ScanModel

/// Opens a pack index and asks it everything.
///
/// Input: a byte of options, then the file. Options: 1 means SHA-256; 2 patches magic, fan-out and
/// number of objects so that the index opens; 4 does so for version 1.
package enum PackIndexFuzz {
    /// Runs one input.
    package static func run(_ bytes: UnsafeRawBufferPointer) throws(FuzzFailure) {
        var input = FuzzInput(bytes)
        let options = input.byte()
        let format: ObjectFormat = options & 1 == 0 ? .sha1 : .sha256
        var file = [UInt8](input.rest)
        let isPatched =
            options & 2 != 0
            && patch(&file, isVersion1: options & 4 != 0, idByteCount: format.idByteCount)
        var scratch = try ScratchFolder()
        let path = try scratch.write("pack.idx", file)
        let index: PackIndex
        do throws(GitError) {
            index = try PackIndex(path, format: format)
        } catch {
            return try FuzzFailure.unless(!isPatched, error.message)
        }
        try check(index, format)
    }

    private static func check(_ index: PackIndex, _ format: ObjectFormat) throws(FuzzFailure) {
        try FuzzFailure.unless(
            index.packChecksum?.count == format.idByteCount, "the pack's checksum is short")
        let order = index.order()
        var last: ObjectID?
        for position in 0..<index.count {
            let id = index.id(at: position)
            if let last {
                try FuzzFailure.unless(
                    last < id || last == id && order == .repeating || order == .broken,
                    "the ids are not sorted")
            }
            last = id
            if let offset = index.offset(at: position) {
                try FuzzFailure.unless(offset >= 0, "an offset is negative")
            }
            _ = index.checksum(at: position)
            if let found = index.position(of: id) {
                try FuzzFailure.unless(
                    found < index.count && index.id(at: found) == id, "another id was found")
            } else {
                try FuzzFailure.unless(order == .broken, "an id is not found")
            }
            let matches = index.matches(Array(id.bytes.prefix(2)), digits: 4)
            try FuzzFailure.unless(
                !matches.isEmpty || order == .broken, "an id is not found by its first digits")
        }
        for position in [-1, index.count, .max] {
            try FuzzFailure.unless(
                index.offset(at: position) == nil && index.checksum(at: position) == nil,
                "there is something at \(position)")
        }
        for byte: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
            for count in [20, 32] {
                let id = ObjectID(bytes: [UInt8](repeating: byte, count: count))
                guard let id, let found = index.position(of: id) else { continue }
                try FuzzFailure.unless(index.id(at: found) == id, "another id was found")
            }
        }
    }

    /// Makes the parts of an index fit its size, as far as it is long enough.
    /// - Returns: whether it was.
    private static func patch(
        _ file: inout [UInt8], isVersion1: Bool, idByteCount: Int
    ) -> Bool {
        let start = isVersion1 ? 0 : 8
        let stride = idByteCount + (isVersion1 ? 4 : 8)
        let fixed = start + 1024 + 2 * idByteCount
        guard file.count >= fixed + 24 else { return false }
        if !isVersion1 { file.replaceSubrange(0..<8, with: [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]) }
        var count = (file.count - fixed) / stride
        // Some of version 2 are to have long offsets.
        if !isVersion1, count > 1, (file.count - fixed) % 3 == 0 { count -= 1 }
        var rest = file.count - fixed - count * stride
        if !isVersion1 { rest %= 8 }
        file.removeLast(rest)
        var least = 0
        for bucket in 0..<256 {
            let place = start + 4 * bucket
            let wish = Int(file[place + 2]) << 8 | Int(file[place + 3])
            least = bucket == 255 ? count : min(count, max(least, wish))
            file.replaceSubrange(place..<place + 4, with: BigEndian.bytes(UInt32(least)))
        }
        return true
    }
}
