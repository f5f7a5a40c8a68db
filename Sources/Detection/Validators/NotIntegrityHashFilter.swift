/// Drops subresource integrity and lock-file hashes: `sha256-…`, `sha512:…`, `h1:…`, `md5=…`.
struct NotIntegrityHashFilter: Validator {
    static let name = "not-integrity-hash"

    private static let heads: [StaticString] = [
        "sha1", "sha256", "sha384", "sha512", "md5", "h1", "blake",
    ]
    private static let marks = CharacterSet("-:=@_")

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        for head in Self.heads {
            guard let rest = value.after(head), let mark = rest.byte(at: 0),
                Self.marks.contains(mark), rest.count > 20
            else { continue }
            return .rejected
        }
        return .unknown
    }
}
