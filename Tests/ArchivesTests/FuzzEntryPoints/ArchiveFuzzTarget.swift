@testable import Archives

/// The fuzz targets of this room, by the names of their programs and corpora.
package enum ArchiveFuzzTarget: String, CaseIterable, Sendable {
    case zip
    case tar
    /// Compressed streams, and one after the other.
    case streams

    /// What no input may bring about.
    package struct Failure: Error, CustomStringConvertible {
        /// What was found.
        package let description: String
    }

    private static let maxMembers = 64
    private static let maxBytes = 4 << 20

    /// Runs one input: an archive of the target's format, whatever it begins with.
    package func run(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        // Memory of its own, so that a read past the end is seen.
        let input = Array(bytes)
        let detected = input.withUnsafeBytes { ArchiveFormat.detect($0) }
        switch self {
        case .zip: try read(input, as: .zip)
        case .tar: try read(input, as: .tar)
        case .streams:
            if let detected { try read(input, as: detected) }
            for format in CompressedFormat.allCases {
                let unpacked = input.withUnsafeBytes {
                    Decompression.unpack($0, as: format, maxBytes: ArchiveFuzzTarget.maxBytes)
                }
                guard unpacked.usedBytes <= input.count,
                    unpacked.bytes.count <= ArchiveFuzzTarget.maxBytes
                else { throw Failure(description: "more was unpacked than there is") }
            }
        }
    }

    private func read(_ input: [UInt8], as format: ArchiveFormat) throws(Failure) {
        var budget = ArchiveBudget(
            members: ArchiveFuzzTarget.maxMembers, bytes: ArchiveFuzzTarget.maxBytes,
            maxMemberBytes: ArchiveFuzzTarget.maxBytes, maxRatio: 256)
        var count = 0
        var byteCount = 0
        let failures = input.withUnsafeBytes { bytes in
            ArchiveReader.read(bytes, as: format, budget: &budget) { member, _ in
                count += 1
                byteCount += member.bytes.reduce(0) { sum, _ in sum + 1 }
            }
        }
        guard count <= ArchiveFuzzTarget.maxMembers, byteCount <= ArchiveFuzzTarget.maxBytes else {
            throw Failure(description: "\(count) members of \(byteCount) bytes are over the budget")
        }
        // Something is always said of what is no empty archive.
        guard count > 0 || !failures.isEmpty || format == .tar || input.count < 1024 else {
            return
        }
        guard failures.count <= 300 else {
            throw Failure(description: "\(failures.count) failures are told")
        }
    }
}
