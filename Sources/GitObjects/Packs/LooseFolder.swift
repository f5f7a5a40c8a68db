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
            switch FileAccess.status(Array(folder.utf8))?.kind {
            case .folder, .symbolicLink: break
            default: continue
            }
            guard let names = FileAccess.names(inFolder: Array(folder.utf8)) else {
                throw GitError(.io, "The folder \(folder) cannot be listed.")
            }
            for name in names where name.count == format.idByteCount * 2 - 2 {
                let digits = prefix + String(decoding: name, as: UTF8.self)
                // Git finds no object in a file whose name has capitals.
                if let id = ObjectID(hex: digits), id.hex == digits { ids.append(id) }
            }
        }
        return ids.sorted()
    }

    /// Whether the folder has the object.
    func contains(_ id: ObjectID) -> Bool {
        switch FileAccess.status(Array(file(of: id).utf8))?.kind {
        case .file, .symbolicLink: true
        default: false
        }
    }

    /// Kind and size that the file of an object states; `nil` when it is not there.
    /// - Throws: `corruptObject`.
    func header(
        _ id: ObjectID, inflater: borrowing Inflater
    ) throws(GitError) -> ObjectHeader? {
        guard let packed = try packed(id) else { return nil }
        let head = LooseFolder.head(packed.bytes, inflater)
        withExtendedLifetime(packed) {}
        guard let head else { throw LooseFolder.corrupt(id, "its header does not parse") }
        return ObjectHeader(kind: head.kind, byteCount: head.byteCount)
    }

    /// Reads an object; `nil` when it is not there.
    /// - Throws: `objectTooLarge`; `corruptObject`.
    func read(
        _ id: ObjectID, maxBytes: Int, inflater: borrowing Inflater
    ) throws(GitError) -> StoredObject? {
        guard let packed = try packed(id) else { return nil }
        guard let head = LooseFolder.head(packed.bytes, inflater) else {
            throw LooseFolder.corrupt(id, "its header does not parse")
        }
        guard head.byteCount <= maxBytes else {
            throw GitError(
                .objectTooLarge,
                "Object \(id) has \(head.byteCount) bytes, more than the limit of \(maxBytes).",
                objectID: id)
        }
        let (total, isTooLong) = head.start.addingReportingOverflow(head.byteCount)
        // No stream inflates more than 1,032 times.
        guard !isTooLong, total / 1032 <= packed.bytes.count else {
            throw LooseFolder.corrupt(id, "its header and its size do not agree")
        }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: total, alignment: 16)
        let outcome = inflater.inflate(packed.bytes, into: buffer)
        withExtendedLifetime(packed) {}
        guard case .complete = outcome else {
            buffer.deallocate()
            throw LooseFolder.corrupt(id, "it does not inflate to what its header says")
        }
        let start = head.start
        return StoredObject(
            kind: head.kind,
            bytes: Bytes(
                taking: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start...])
            ) { content in
                // The content starts behind the header, which stands in the same memory.
                UnsafeRawPointer(content.baseAddress)?.advanced(by: -start).deallocate()
            })
    }

    private static let maxHeaderByteCount = 32
    /// The header comes out whole when there is room for it and the longest match. A stored block
    /// comes out whole or not at all, and has at most 65,535 bytes.
    private static let headRooms = [maxHeaderByteCount + 480, 1 << 17]

    /// Inflates as much as it takes to know kind, size, and where the content starts.
    private static func head(
        _ packed: UnsafeRawBufferPointer, _ inflater: borrowing Inflater
    ) -> (kind: ObjectKind, byteCount: Int, start: Int)? {
        for room in headRooms {
            var head: (kind: ObjectKind, byteCount: Int, start: Int)?
            withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { buffer in
                buffer.initializeMemory(as: UInt8.self, repeating: 0xFF)
                guard inflater.inflatePrefix(packed, into: buffer) != nil else { return }
                head = header(UnsafeRawBufferPointer(buffer))
            }
            if let head { return head }
        }
        return nil
    }

    /// Reads `KIND SP SIZE NUL`.
    private static func header(
        _ bytes: UnsafeRawBufferPointer
    ) -> (kind: ObjectKind, byteCount: Int, start: Int)? {
        guard let end = bytes.prefix(maxHeaderByteCount).firstIndex(of: 0) else { return nil }
        let words = bytes[..<end].split(
            separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 2, !words[1].isEmpty,
            words[1].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let kind = ObjectKind(rawValue: String(decoding: words[0], as: UTF8.self)),
            let size = Int(String(decoding: words[1], as: UTF8.self))
        else { return nil }
        return (kind, size, end + 1)
    }

    /// The file of an object; `nil` when it is not there.
    private func packed(_ id: ObjectID) throws(GitError) -> MappedFile? {
        let path = file(of: id)
        do throws(GitError) {
            return try MappedFile(path)
        } catch {
            if FileAccess.status(Array(path.utf8)) == nil { return nil }
            throw LooseFolder.corrupt(id, error.message)
        }
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
