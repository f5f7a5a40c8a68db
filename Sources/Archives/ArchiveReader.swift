/// Takes the members out of archives: the door of this room.
///
/// Enters: the bytes of an archive and a budget. Leaves: members with their names and bytes, one
/// at a time, and reasons for what could not be read. It writes no file, follows no link and
/// believes no size; what a member is, it does not ask.
package enum ArchiveReader {
    /// One file of an archive.
    package struct Member {
        /// As the archive has it, with malformed bytes replaced; empty for a single stream.
        package let name: String
        package let bytes: UnsafeRawBufferPointer
    }

    /// Hands over every member that can be read, in the order of the archive.
    ///
    /// - Parameter visit: may use the budget for archives within the member.
    /// - Returns: why something was not read, with the member's name where there is one.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, as format: ArchiveFormat, budget: inout ArchiveBudget,
        visit: (Member, inout ArchiveBudget) -> Void
    ) -> [(member: String?, error: ArchiveError)] {
        switch format {
        case .zip:
            var reader = ZipReader(bytes)
            return reader.read(&budget, visit)
        case .tar:
            return TarReader.read(bytes, &budget, visit)
        case .compressed(let compression):
            return readStreams(bytes, as: compression, &budget, visit)
        }
    }

    /// The streams of a compressed file, of which several may follow each other, as one member;
    /// those of another format are another.
    private static func readStreams(
        _ bytes: UnsafeRawBufferPointer, as format: CompressedFormat,
        _ budget: inout ArchiveBudget, _ visit: (Member, inout ArchiveBudget) -> Void
    ) -> [(member: String?, error: ArchiveError)] {
        var rest = bytes
        var next: CompressedFormat? = format
        // Every round takes some of the rest.
        while let format = next {
            do throws(ArchiveError) {
                try budget.countMember()
            } catch {
                return [(nil, error)]
            }
            let unpacked = Decompression.unpack(
                rest, as: format, maxBytes: budget.maxBytes(ofPacked: rest.count))
            budget.count(unpacked)
            if unpacked.error == nil || !unpacked.bytes.isEmpty {
                unpacked.bytes.withUnsafeBytes { visit(Member(name: "", bytes: $0), &budget) }
            }
            if let error = unpacked.error { return [(nil, error)] }
            guard unpacked.usedBytes > 0 else { break }
            rest = UnsafeRawBufferPointer(rebasing: rest[unpacked.usedBytes...])
            // Tapes and disks fill up with zeros.
            guard let start = rest.firstIndex(where: { $0 != 0 }) else { return [] }
            rest = UnsafeRawBufferPointer(rebasing: rest[start...])
            next = CompressedFormat.detect(rest)
        }
        return [(nil, ArchiveError(.damaged, "what follows the compressed data was not unpacked"))]
    }

    /// A name as text.
    static func name(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes.prefix(maxNameByteCount), as: UTF8.self)
    }

    /// Longest name that is kept, in bytes.
    private static let maxNameByteCount = 1024
}
