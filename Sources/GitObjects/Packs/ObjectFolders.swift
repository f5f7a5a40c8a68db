/// The folders that the objects of a repository stand in: its own, and those that it borrows from.
///
/// - Source: git, Documentation/gitrepository-layout.txt, `objects/info/alternates`.
struct ObjectFolders: Sendable {
    /// The folders `objects` without a `/` at their ends, each once, the own one first.
    private(set) var paths: [String] = []
    /// Alternates that cannot be read.
    private(set) var notices: [GitNotice] = []

    private var stamps: [FileAccess.FolderStamp] = []

    /// Git follows alternates of alternates so far.
    private static let maxDepth = 5
    private static let maxListBytes = 1 << 20

    /// Finds the folders.
    ///
    /// - Parameter alternates: folders that the environment names.
    /// - Throws: `io` when there is no folder `own`.
    init(own: String, alternates: [String]) throws(GitError) {
        guard let stamp = FileAccess.folderStamp(own) else {
            throw GitError(.io, "The object folder \(own) cannot be opened.")
        }
        stamps.append(stamp)
        paths.append(ObjectFolders.trimmed(own))
        var pending: [(path: String, depth: Int)] = []
        for path in alternates { add(ObjectFolders.unquoted(path), depth: 0, to: &pending) }
        pending.insert((paths[0], -1), at: 0)
        var next = 0
        while next < pending.count {
            let (path, depth) = pending[next]
            next += 1
            for line in lines(ofAlternatesIn: path) {
                add(line.hasPrefix("/") ? line : "\(path)/\(line)", depth: depth + 1, to: &pending)
            }
        }
    }

    private mutating func add(
        _ path: String, depth: Int, to pending: inout [(path: String, depth: Int)]
    ) {
        guard let stamp = FileAccess.folderStamp(path) else {
            notices.append(
                ObjectFolders.notice(
                    path,
                    "The alternate object folder \(path) cannot be opened; objects that "
                        + "are only there are missing."))
            return
        }
        if stamps.contains(where: { $0.isSameFolder(as: stamp) }) { return }
        guard depth <= ObjectFolders.maxDepth else {
            notices.append(
                ObjectFolders.notice(
                    path,
                    "The alternate object folder \(path) is nested too deep; git does not "
                        + "read it either."))
            return
        }
        stamps.append(stamp)
        paths.append(ObjectFolders.trimmed(path))
        pending.append((ObjectFolders.trimmed(path), depth))
    }

    private mutating func lines(ofAlternatesIn folder: String) -> [String] {
        let path = "\(folder)/info/alternates"
        switch FileAccess.read(path, maxBytes: ObjectFolders.maxListBytes) {
        case .absent: return []
        case .failed(let reason):
            notices.append(
                ObjectFolders.notice(
                    path, "The list of alternate object folders \(path) cannot be read: \(reason)."
                ))
            return []
        case .bytes(let bytes):
            return bytes.split(separator: UInt8(ascii: "\n"))
                .filter { $0.first != UInt8(ascii: "#") }
                .map { ObjectFolders.unquoted(String(decoding: $0, as: UTF8.self)) }
        }
    }

    private static func trimmed(_ path: String) -> String {
        var path = path[...]
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }

    /// Undoes git's quoting, by `"` and as in C; anything else is taken as it is.
    private static func unquoted(_ text: String) -> String {
        var rest = Array(text.utf8)[...]
        guard rest.popFirst() == UInt8(ascii: "\"") else { return text }
        let escapes: [UInt8: UInt8] = [
            UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9,
            UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12,
            UInt8(ascii: "r"): 13, UInt8(ascii: "\""): 34, UInt8(ascii: "\\"): 92,
        ]
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") {
                return rest.isEmpty ? String(decoding: bytes, as: UTF8.self) : text
            }
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            guard let letter = rest.popFirst() else { return text }
            if let escape = escapes[letter] {
                bytes.append(escape)
            } else if let value = UInt8(
                String(decoding: [letter] + rest.prefix(2), as: UTF8.self), radix: 8),
                rest.count >= 2
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                return text
            }
        }
        return text
    }

    private static func notice(_ path: String, _ message: String) -> GitNotice {
        GitNotice(.folderUnreadable, message, path: path, isIncomplete: true)
    }
}
