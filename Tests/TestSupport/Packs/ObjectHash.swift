private import Crypto
package import ScanModel

/// The hash function that names the objects of a made repository.
package enum ObjectHash: String, Sendable, CaseIterable {
    case sha1
    case sha256

    /// Length of an id in bytes.
    package var byteCount: Int { self == .sha1 ? 20 : 32 }

    /// The plain hash of `bytes`, as in the trailers of packs and indexes.
    package func digest(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha1: Array(Insecure.SHA1.hash(data: bytes))
        case .sha256: Array(SHA256.hash(data: bytes))
        }
    }

    /// The id of an object.
    package func id(_ kind: PackedKind, _ bytes: [UInt8]) -> ObjectID {
        guard let id = ObjectID(bytes: digest(kind.header(byteCount: bytes.count) + bytes)) else {
            preconditionFailure("a digest is as long as an id")
        }
        return id
    }
}
