import ScanModel

/// The loose objects of one folder `objects`.
///
/// - Source: git, Documentation/gitformat-loose.txt.
struct LooseFolder: Sendable {
    /// The folder, without a `/` at its end.
    let path: String
    let format: ObjectFormat

    /// The ids of all loose objects, sorted.
    /// - Throws: `io` when a folder cannot be listed.
    func ids() throws(GitError) -> [ObjectID] {
        var ids: [ObjectID] = []
        for first in 0..<256 {
            let prefix = LooseFolder.twoDigits(UInt8(first))
            let folder = "\(path)/\(prefix)"
            guard FileAccess.status(Array(folder.utf8))?.kind == .folder else { continue }
            guard let names = FileAccess.names(inFolder: Array(folder.utf8)) else {
                throw GitError(.io, "The folder \(folder) cannot be listed.")
            }
            for name in names where name.count == format.idByteCount * 2 - 2 {
                let digits = prefix + String(decoding: name, as: UTF8.self)
                if let id = ObjectID(hex: digits) { ids.append(id) }
            }
        }
        return ids.sorted()
    }

    /// Whether the folder has the object.
    func contains(_ id: ObjectID) -> Bool {
        FileAccess.status(Array(file(of: id).utf8))?.kind == .file
    }

    /// Reads an object; `nil` when it is not there.
    /// - Throws: `objectTooLarge`; `corruptObject`.
    func read(
        _ id: ObjectID, maxBytes: Int, inflater: borrowing Inflater
    ) throws(GitError) -> StoredObject? {
        let packed: [UInt8]
        switch FileAccess.read(file(of: id), maxBytes: maxBytes + (maxBytes >> 8) + 4096) {
        case .absent: return nil
        case .failed(let reason): throw LooseFolder.corrupt(id, reason)
        case .bytes(let bytes): packed = bytes
        }
        // The size stands in the stream: more room is tried until it fits.
        let ceiling = maxBytes + LooseFolder.maxHeaderByteCount
        var room = min(max(4096, packed.count * 4), ceiling)
        while true {
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 16)
            let filled = packed.withUnsafeBytes { inflater.inflatePrefix($0, into: buffer) }
            guard let filled, filled <= room else {
                buffer.deallocate()
                guard filled != nil else {
                    throw LooseFolder.corrupt(id, "it does not inflate")
                }
                guard room < ceiling else {
                    throw GitError(
                        .objectTooLarge,
                        "Object \(id) has more bytes than the limit of \(maxBytes).", objectID: id)
                }
                room = min(room * 4, ceiling)
                continue
            }
            let whole = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
            guard let (kind, start) = LooseFolder.header(whole) else {
                buffer.deallocate()
                throw LooseFolder.corrupt(id, "its header and its size do not agree")
            }
            let content = UnsafeRawBufferPointer(rebasing: whole[start...])
            return StoredObject(
                kind: kind,
                bytes: Bytes(taking: content) { content in
                    // The content starts behind the header, which stands in the same memory.
                    UnsafeRawPointer(content.baseAddress)?.advanced(by: -start).deallocate()
                })
        }
    }

    private static let maxHeaderByteCount = 32

    /// Kind and length of `KIND SP SIZE NUL`; `nil` unless the size is that of the rest.
    private static func header(
        _ bytes: UnsafeRawBufferPointer
    ) -> (kind: ObjectKind, start: Int)? {
        guard let end = bytes.prefix(maxHeaderByteCount).firstIndex(of: 0) else { return nil }
        let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
        guard words.count == 2, let kind = ObjectKind(rawValue: String(words[0])),
            let size = Int(words[1]), size == bytes.count - end - 1
        else { return nil }
        return (kind, end + 1)
    }

    private func file(of id: ObjectID) -> String {
        let hex = id.hex
        return "\(path)/\(hex.prefix(2))/\(hex.dropFirst(2))"
    }

    private static func twoDigits(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return text.count == 1 ? "0" + text : text
    }

    private static func corrupt(_ id: ObjectID, _ reason: String) -> GitError {
        GitError(
            .corruptObject,
            "The loose object \(id) cannot be read: \(reason); `git fsck` tells more, a fresh "
                + "clone may have it whole.", objectID: id)
    }
}
