internal import Patterns
internal import Rules
internal import ScanModel

extension BlobScanner {
    /// The blob at hand.
    struct Pass {
        let text: UnsafeRawBufferPointer
        let isBinary: Bool
        /// `nil` when only secrets are looked for, wherever the blob stands.
        let context: BlobContext?
        private var knownLanguages: [SourceLanguage]?
        var comments: [CommentMap]?
        var candidates: [Candidate] = []
        var markers: [Int] = []
        /// Where public keys and certificates may begin.
        var keyMarkers: [Int] = []
        /// The keys and certificates at those places, where a path tells what they are for.
        var keyItems: [KeyItem] = []
        /// Whether the certificates among them are judged, and are no list of authorities.
        var judgesCertificates = false
        var problems: Set<BlobScanResult.Problem> = []
        /// Hits of rules that look beyond one line, which are tried when all are known.
        var wideHits: [BlobMemo.WideHit] = []
        /// Rules about documents and code whose literals stand in the text.
        var structured: [Int] = []
        /// Where the last name ends that the engine for assignments read.
        var readUntil = 0
        /// Where a rule ran into its match limit.
        var limits: [(rule: Int, start: Int)] = []
        /// Where rules saw the beginning of what they know and no match.
        var leads: [WrappingMark] = []

        init(text: UnsafeRawBufferPointer, isBinary: Bool, context: BlobContext?) {
            self.text = text
            self.isBinary = isBinary
            self.context = context
        }

        /// The languages of the blob's paths; most blobs are never asked.
        mutating func languages() -> [SourceLanguage] {
            if let knownLanguages { return knownLanguages }
            let firstLine = UnsafeRawBufferPointer(
                rebasing: text.prefix(SourceLanguage.maxFirstLineByteCount))
            let languages = (context?.paths ?? []).compactMap {
                SourceLanguage.detect(path: $0, firstLine: firstLine)
            }
            knownLanguages = languages
            return languages
        }
    }

    /// Whether a place is in a comment of every language that the blob may be of.
    func isComment(_ offset: Int, _ pass: inout Pass) -> Bool {
        if pass.comments == nil {
            pass.comments = pass.languages().map { CommentMap(pass.text, language: $0) }
        }
        // A blob of several languages counts as code where one of them says so.
        guard let maps = pass.comments, !maps.isEmpty else { return false }
        return maps.allSatisfy { $0.isComment(offset) }
    }
}
