internal import ScanModel

/// Names all that a file of the cache depends on: another version, rule set, limit or key of
/// fingerprints is another name.
package struct CacheKey: Hashable, Sendable {
    /// What a file holds.
    package enum Kind: String, Sendable {
        /// The findings of a repository in one state.
        case report
        /// What was found in blobs, by their ids.
        case blobs
    }

    package let kind: Kind
    /// 32 bytes.
    let digest: [UInt8]

    init(kind: Kind, digest: [UInt8]) {
        self.kind = kind
        self.digest = digest
    }

    /// Reads the key back from the name of its file; `nil` for any other name.
    package init?(fileName: String) {
        let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[1])),
            let id = ObjectID(hex: parts[0]), id.byteCount == 32
        else { return nil }
        self.init(kind: kind, digest: id.bytes)
    }

    /// The name of the file.
    package var fileName: String {
        let digits = Array("0123456789abcdef".utf8)
        let hex = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: hex, as: UTF8.self) + "." + kind.rawValue
    }
}
