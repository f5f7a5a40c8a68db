import ScanModel

/// Finds what a revision names, for repositories that libgit2 cannot: ids whole and shortened,
/// names of refs, and what `~`, `^` and `^{…}` make of them.
///
/// - Source: git, Documentation/revisions.txt.
struct RevisionResolver {
    private let repository: GitRepository

    /// More tags of tags than anyone makes.
    private static let maxTags = 64
    private static let shortestID = 4

    init(_ repository: GitRepository) { self.repository = repository }

    /// The object that a revision names.
    /// - Throws: `badRevision`; `missingObject` or `corruptObject` when a commit on the way cannot
    ///   be read.
    func resolve(_ revision: String) throws(GitError) -> ObjectID {
        let text = Array(revision.utf8)
        guard !text.isEmpty, !text.contains(0) else {
            throw GitError(.badRevision, "An empty text is not a revision.")
        }
        let end =
            text.firstIndex { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "^") } ?? text.count
        var id = try base(String(decoding: text[..<end], as: UTF8.self), revision)
        var rest = text[end...]
        while let sign = rest.popFirst() {
            if sign == UInt8(ascii: "^"), rest.first == UInt8(ascii: "{") {
                guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else {
                    throw bad(revision, "a brace is not closed")
                }
                let kind = String(decoding: rest[rest.startIndex + 1..<close], as: UTF8.self)
                id = try peel(id, to: kind, revision)
                rest = rest[(close + 1)...]
                continue
            }
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest.dropFirst(digits.count)
            var number = 1
            if !digits.isEmpty {
                guard let value = Int(String(decoding: digits, as: UTF8.self)) else {
                    throw bad(revision, "its number is too large")
                }
                number = value
            }
            id = try peel(id, to: ObjectKind.commit.rawValue, revision)
            if sign == UInt8(ascii: "~") {
                for _ in 0..<number { id = try parent(1, of: id, revision) }
            } else if sign == UInt8(ascii: "^") {
                if number > 0 { id = try parent(number, of: id, revision) }
            } else {
                throw bad(revision, "it does not parse")
            }
        }
        return id
    }

    private func base(_ name: String, _ revision: String) throws(GitError) -> ObjectID {
        let format = repository.info.objectFormat
        let name = name == "@" ? "HEAD" : name
        let isHexadecimal = name.utf8.allSatisfy {
            $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit
        }
        if isHexadecimal, name.utf8.count == format.idByteCount * 2, let id = ObjectID(hex: name) {
            guard repository.reader.contains(id) else {
                throw bad(revision, "no object has this id")
            }
            return id
        }
        // Only names in capitals stand at the top: `config` and its like are no refs.
        let isTop =
            name.hasPrefix("refs/") || name.hasPrefix("worktrees/")
            || name.utf8.allSatisfy {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_")
            }
        var names = isTop ? [name] : []
        names += ["refs/", "refs/tags/", "refs/heads/", "refs/remotes/"].map { $0 + name }
        names.append("refs/remotes/\(name)/HEAD")
        for name in names {
            if let id = repository.refStore.resolve(name) { return id }
        }
        guard isHexadecimal, name.utf8.count >= RevisionResolver.shortestID else {
            throw bad(revision, "no ref has this name")
        }
        let found = try repository.database.ids(beginningWith: name.lowercased())
        guard found.count < 2 else {
            throw bad(revision, "several objects' ids begin so")
        }
        guard let id = found.first else { throw bad(revision, "no object's id begins so") }
        return id
    }

    /// Follows tags, and a commit to its tree, to an object of a kind; any but a tag for an empty
    /// name.
    private func peel(
        _ start: ObjectID, to kind: String, _ revision: String
    ) throws(GitError) -> ObjectID {
        guard kind.isEmpty || kind == "object" || ObjectKind(rawValue: kind) != nil else {
            throw bad(revision, "what its braces ask for is not supported")
        }
        if kind == "object" { return start }
        var id = start
        for _ in 0..<RevisionResolver.maxTags {
            let found = try repository.reader.header(id).kind
            if found.rawValue == kind || (kind.isEmpty && found != .tag) { return id }
            switch found {
            case .tag: id = try repository.tagDetails(id).target
            case .commit where kind == ObjectKind.tree.rawValue:
                return try repository.commitDetails(id).tree
            case .commit, .tree, .blob: throw bad(revision, "it names no \(kind)")
            }
        }
        throw bad(revision, "it is a tag of too many tags")
    }

    private func parent(
        _ number: Int, of commit: ObjectID, _ revision: String
    ) throws(GitError) -> ObjectID {
        let parents = try repository.commitDetails(commit).parents
        guard parents.indices.contains(number - 1) else {
            throw bad(revision, "\(commit) has no parent \(number)")
        }
        return parents[number - 1]
    }

    private func bad(_ revision: String, _ reason: String) -> GitError {
        GitError(
            .badRevision,
            "The revision \(revision) names nothing in this repository (\(reason)); "
                + "check its spelling, or fetch it first.")
    }
}
