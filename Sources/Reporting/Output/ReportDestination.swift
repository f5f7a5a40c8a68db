/// `FORMAT[=PATH]` of `--report`: what to write and where.
package struct ReportDestination: Hashable, Sendable {
    /// A word of `ReporterRegistry.formats`.
    package let format: String
    /// The file; `nil` means standard output.
    package let path: String?

    /// Reads `FORMAT`, `FORMAT=-` or `FORMAT=PATH`; the path may hold further `=`.
    ///
    /// - Throws: `badDestination`, `unknownFormat`.
    package init(parsing text: String) throws(ReportError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty, parts.count == 1 || !parts[1].isEmpty,
            // The system would silently cut the path at a NUL.
            !text.utf8.contains(0)
        else { throw .badDestination(text) }
        guard ReporterRegistry.formats.contains(String(first)) else {
            throw .unknownFormat(String(first), known: ReporterRegistry.formats)
        }
        format = String(first)
        path = parts.count == 1 || parts[1] == "-" ? nil : String(parts[1])
    }

    /// Opens the place, so that a report that cannot be written is known before the scan.
    ///
    /// - Throws: `folderMissing`, `targetIsFolder`, `notWritable`, `diskFull`, `writeFailed`.
    package func prepare() throws(ReportError) -> any ReportSink {
        guard let path else { return DescriptorSink.standardOutput() }
        return try ReportFile.prepare(path: path)
    }

    /// Refuses two reports for one place.
    ///
    /// - Throws: `sharedDestination`.
    package static func check(_ destinations: [ReportDestination]) throws(ReportError) {
        var seen: Set<String> = []
        for destination in destinations {
            let place = destination.path ?? "standard output"
            let key = destination.path.map { "file " + normalized($0) } ?? ""
            guard seen.insert(key).inserted else { throw .sharedDestination(place) }
        }
    }

    /// `./a//b` is `a/b`; links are not looked at.
    private static func normalized(_ path: String) -> String {
        (path.hasPrefix("/") ? "/" : "")
            + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}
