@testable import GitObjects
import ScanModel

/// Reads a loose object.
///
/// Input: a byte of options, then the file. Options: 1 means SHA-256; 2 packs the bytes into a
/// zlib stream; 4 puts a header before them that says the right size; 8 lowers the limit;
/// 16 lists the folder, which is slow.
package enum LooseFuzz {
    /// Runs one input.
    package static func run(_ bytes: UnsafeRawBufferPointer) throws(FuzzFailure) {
        var input = FuzzInput(bytes)
        let options = input.byte()
        let format: ObjectFormat = options & 1 == 0 ? .sha1 : .sha256
        let isWrapped = options & 2 != 0
        let hasHeader = isWrapped && options & 4 != 0
        var file = [UInt8](input.rest.prefix(0xFF00))
        let content = file
        if hasHeader { file = Array("blob \(file.count)\0".utf8) + file }
        if isWrapped { file = file.withUnsafeBytes { StoredStream.make($0) } }
        guard let id = ObjectID(bytes: [UInt8](repeating: 0xAB, count: format.idByteCount)) else {
            throw FuzzFailure(reason: "an id of \(format.idByteCount) bytes is none")
        }
        var scratch = try ScratchFolder()
        scratch.makeFolder("ab")
        let name = "ab/" + id.hex.dropFirst(2)
        let path = try scratch.write(name, file)
        try FuzzFailure.unless(path.hasPrefix(scratch.path), "the file is elsewhere")
        let folder = LooseFolder(path: scratch.path, format: format)
        let maxBytes = options & 8 == 0 ? 1 << 20 : 64
        do throws(GitError) {
            let listed = options & 16 == 0 ? [id] : try folder.ids()
            guard listed == [id], folder.contains(id) else {
                throw GitError(.missingObject, "it is not listed")
            }
            let object = try folder.read(id, maxBytes: maxBytes, inflater: try Inflater())
            guard let object else { throw GitError(.missingObject, "it is not found") }
            // The limit is held against what inflates, header included.
            guard object.bytes.count <= maxBytes + 32 else {
                throw GitError(.missingObject, "it is larger than the limit")
            }
            if hasHeader, !object.bytes.withUnsafeBytes({ $0.elementsEqual(content) }) {
                throw GitError(.missingObject, "its content is another")
            }
        } catch {
            let isExpected =
                error.code == .objectTooLarge || error.code == .corruptObject && !hasHeader
            try FuzzFailure.unless(isExpected, error.message)
            try FuzzFailure.unless(
                error.code != .objectTooLarge || !hasHeader || content.count > maxBytes,
                error.message)
        }
    }
}
