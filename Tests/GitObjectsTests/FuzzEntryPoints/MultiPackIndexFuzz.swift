@testable import GitObjects
import ScanModel

/// Opens a multi-pack index and makes an index of each pack that it names.
///
/// Input: a byte of options, then the file. Options: 1 means SHA-256; 2 patches the header.
package enum MultiPackIndexFuzz {
    private static let maxPacks = 4

    /// Runs one input.
    package static func run(_ bytes: UnsafeRawBufferPointer) throws(FuzzFailure) {
        var input = FuzzInput(bytes)
        let options = input.byte()
        let format: ObjectFormat = options & 1 == 0 ? .sha1 : .sha256
        var file = [UInt8](input.rest)
        if options & 2 != 0, file.count >= 12 {
            let version: [UInt8] = [1, format == .sha1 ? 1 : 2]
            file.replaceSubrange(0..<6, with: Array("MIDX".utf8) + version)
        }
        var scratch = try ScratchFolder()
        let path = try scratch.write("multi-pack-index", file)
        let list: MultiPackIndex
        do throws(GitError) {
            list = try MultiPackIndex(path, format: format)
        } catch {
            return
        }
        for pack in 0..<min(list.packNames.count, maxPacks) {
            let entries = list.entries(ofPack: pack)
            do throws(GitError) {
                try check(PackIndex(entries, path: path, format: format), entries)
            } catch {
                throw FuzzFailure(reason: error.message)
            }
        }
    }

    private static func check(
        _ index: PackIndex, _ entries: [(id: ObjectID, offset: Int)]
    ) throws(GitError) {
        guard index.count == entries.count, index.order() != .broken, index.packChecksum == nil
        else { throw GitError(.corruptPack, "the made index is another one") }
        var made: [ObjectID: Set<Int>] = [:]
        for position in 0..<index.count {
            made[index.id(at: position), default: []].insert(index.offset(at: position) ?? -1)
        }
        for entry in entries where made[entry.id]?.contains(entry.offset) != true {
            throw GitError(.corruptPack, "\(entry.id) is not at \(entry.offset)")
        }
    }
}
