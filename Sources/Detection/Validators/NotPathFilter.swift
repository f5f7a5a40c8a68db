/// Drops file paths, globs and relative or absolute URLs' paths.
struct NotPathFilter: Validator {
    static let name = "not-path"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        if value.hasPrefix("./") || value.hasPrefix("../") || value.hasPrefix("~/")
            || value.hasPrefix("file:") || value.hasPrefix("\\\\")
            || isDrive(value)
        {
            return .rejected
        }
        let slashes = value.reduce(0) { count, byte in
            count + (byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") ? 1 : 0)
        }
        // Base64 holds a slash every 64 characters and reads as random.
        guard slashes > 0, slashes * 40 >= value.count else { return .unknown }
        return RandomnessScore.score(of: value) < 0.5 ? .rejected : .unknown
    }

    /// `C:\` or `C:/`.
    private func isDrive(_ value: UnsafeRawBufferPointer) -> Bool {
        guard let letter = value.byte(at: 0), let slash = value.byte(at: 2) else { return false }
        return CharacterSet.letters.contains(letter) && value.byte(at: 1) == UInt8(ascii: ":")
            && (slash == UInt8(ascii: "\\") || slash == UInt8(ascii: "/"))
    }
}
