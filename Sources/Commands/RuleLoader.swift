internal import EmbeddedRules
internal import Inputs
internal import Rules
internal import ScanModel

/// Loads the embedded rules and the user's own.
enum RuleLoader {
    private static let decoded = Result { () throws(RuleError) in
        try RuleSet(
            matching: EmbeddedRules.matching, literals: EmbeddedRules.literals,
            documentation: EmbeddedRules.documentation)
    }

    /// The rules built into the program; decoded once.
    /// - Throws: `RuleError` when the build is broken.
    static func builtIn() throws(RuleError) -> RuleSet { try decoded.get() }

    /// Rules of every `.yml` or `.yaml` file below a folder, or of one file.
    ///
    /// - Throws: `.unreadable`, and what the reader throws, with `file:line:column`.
    static func entries(in folder: String) throws(RuleError) -> [RuleFileReader.Entry] {
        let listing: FileListing
        do {
            listing = try FileTreeSource.list(
                [folder], honoursGitignore: false, limits: ScanLimits())
        } catch {
            throw RuleError(.unreadable, "rules: \(error)")
        }
        if let notice = listing.notices.first(where: \.isIncomplete) {
            throw RuleError(
                .unreadable, "rules: \(notice.path ?? folder): \(notice.message)")
        }
        var entries: [RuleFileReader.Entry] = []
        for file in listing.files
        where file.isNamed || file.displayPath.hasSuffix(".yml")
            || file.displayPath.hasSuffix(".yaml")
        {
            do {
                let bytes = try FileReader.read(
                    file.pathBytes, maxBytes: 8 << 20, followsLink: file.isNamed)
                entries += try RuleFileReader.read(
                    bytes.withUnsafeBytes { Array($0) }, file: file.displayPath)
            } catch let error as RuleError {
                throw error
            } catch {
                throw RuleError(.unreadable, "rules: \(file.displayPath): \(error)")
            }
        }
        guard !entries.isEmpty else {
            throw RuleError(.unreadable, "rules: \(folder): no rule in any .yml file there")
        }
        return entries
    }
}
