private import KeyMaterial

/// PyPI tokens: a macaroon of version 2 in base64url after `pypi-`.
///
/// - Source: libmacaroons, doc/format.txt, "v2 binary format".
struct PyPIMacaroonValidator: Validator {
    /// The location that its macaroons name: `pypi`, a dot and `org`.
    private static let issuer = Array("pypi".utf8) + [0x2E] + Array("org".utf8)

    static let name = "pypi-macaroon"

    private enum Field {
        static let end = 0
        static let location = 1
        static let identifier = 2
        static let verifier = 4
        static let signature = 6
    }

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let body = value.after("pypi-") else { return .unknown }
        guard
            let bytes = Base64Decoding.decode(
                body, alphabet: .urlSafe, padding: .optional, maxOutputBytes: 16 << 10),
            isMacaroon(bytes)
        else { return .invalid("It does not decode to a macaroon.") }
        return .consistent("It decodes to a macaroon of the package index with its signature.")
    }

    private func isMacaroon(_ bytes: [UInt8]) -> Bool {
        var cursor = ByteCursor(bytes)
        guard cursor.byte() == 2,
            let location = field(&cursor), location.type == Field.location,
            location.content.suffix(8).elementsEqual(PyPIMacaroonValidator.issuer),
            let identifier = field(&cursor), identifier.type == Field.identifier,
            let end = field(&cursor), end.type == Field.end
        else { return false }
        // Caveats, each closed by an end; one more end; the signature.
        while let next = field(&cursor) {
            if next.type == Field.end {
                guard let signature = field(&cursor), signature.type == Field.signature else {
                    return false
                }
                return signature.content.count == 32 && cursor.remaining == 0
            }
            var type = next.type
            while type != Field.end {
                guard [Field.location, Field.identifier, Field.verifier].contains(type),
                    let following = field(&cursor)
                else { return false }
                type = following.type
            }
        }
        return false
    }

    /// Type and content; an end has no length.
    private func field(_ cursor: inout ByteCursor) -> (type: Int, content: ArraySlice<UInt8>)? {
        guard let type = number(&cursor) else { return nil }
        if type == Field.end { return (type, []) }
        return number(&cursor).flatMap { cursor.take($0) }.map { (type, $0) }
    }

    /// An unsigned number of at most three groups of seven bits, least significant first.
    private func number(_ cursor: inout ByteCursor) -> Int? {
        var value = 0
        for shift in [0, 7, 14] {
            guard let byte = cursor.byte() else { return nil }
            value |= Int(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return value }
        }
        return nil
    }
}
