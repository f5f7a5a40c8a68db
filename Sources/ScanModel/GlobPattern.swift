/// A compiled path glob: `*`, `?`, `[a-z]`, `[!a-z]`, `{a,b}` and `**`, which spans folders.
///
/// A glob without `/` is held against the file name, any other against the whole path. Matching
/// is case-sensitive, over UTF-8 bytes, and costs at most path length times pattern length
/// whatever the pattern: alternatives are simulated side by side, nothing backtracks.
package struct GlobPattern: Hashable, Sendable, CustomStringConvertible {
    /// The glob as written.
    package let source: String
    /// Whether only the last component of a path is looked at.
    package let matchesFileNameOnly: Bool
    private let alternatives: [[GlobToken]]

    /// Longest glob accepted, in bytes.
    package static let maxByteCount = 1024
    /// Most tokens that the alternatives of one glob may have together.
    package static let maxTokenCount = 8192
    /// How deep braces may nest.
    package static let maxBraceDepth = 8

    /// Compiles a glob.
    ///
    /// - Throws: `GlobSyntaxError` when it is empty, malformed or too large.
    package init(_ source: String) throws(GlobSyntaxError) {
        self.source = source
        var parser = try GlobParser(source)
        alternatives = try parser.parse()
        matchesFileNameOnly = parser.matchesFileNameOnly
    }

    package var description: String { source }

    package static func == (left: GlobPattern, right: GlobPattern) -> Bool {
        left.source == right.source
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(source) }

    /// Whether the glob covers a path with `/` between components and none at its start.
    package func matches(_ path: some StringProtocol) -> Bool {
        let matched = path.utf8.withContiguousStorageIfAvailable { buffer in
            matches(UnsafeRawBufferPointer(buffer))
        }
        if let matched { return matched }
        return Array(path.utf8).withUnsafeBytes { matches($0) }
    }

    /// Whether the glob covers a path given as bytes.
    package func matches(_ path: UnsafeRawBufferPointer) -> Bool {
        var subject = path
        if matchesFileNameOnly,
            let slash = path.lastIndex(of: UInt8(ascii: "/"))
        {
            subject = UnsafeRawBufferPointer(rebasing: path[(slash + 1)...])
        }
        for tokens in alternatives where GlobPattern.matches(tokens, subject) { return true }
        return false
    }

    /// Simulates one alternative: `states[i]` says that the first `i` tokens can have taken the
    /// bytes read so far.
    private static func matches(_ tokens: [GlobToken], _ subject: UnsafeRawBufferPointer) -> Bool {
        // The fixed start decides most paths without a simulation.
        for (index, token) in tokens.enumerated() {
            guard case .byte(let expected) = token else { break }
            guard index < subject.count, subject[index] == expected else { return false }
        }
        guard holdsLongestRun(of: tokens, subject) else { return false }
        return withUnsafeTemporaryAllocation(of: Bool.self, capacity: 2 * (tokens.count + 1)) {
            storage in
            storage.initialize(repeating: false)
            var current = UnsafeMutableBufferPointer(rebasing: storage[0...tokens.count])
            var next = UnsafeMutableBufferPointer(rebasing: storage[(tokens.count + 1)...])
            current[0] = true
            passEmptyTokens(tokens, current, atComponentStart: true)
            for byte in subject {
                next.update(repeating: false)
                var isAlive = false
                for index in 0...tokens.count where current[index] {
                    let step = step(tokens, from: index, byte)
                    if step.stays { next[index] = true }
                    if step.advances { next[index + 1] = true }
                    isAlive = isAlive || step.stays || step.advances
                }
                guard isAlive else { return false }
                passEmptyTokens(tokens, next, atComponentStart: byte == UInt8(ascii: "/"))
                swap(&current, &next)
            }
            return current[tokens.count]
        }
    }

    /// Whether the longest run of fixed bytes stands in the subject: hardly any path holds it, and
    /// looking for it is much cheaper than simulating.
    private static func holdsLongestRun(
        of tokens: [GlobToken], _ subject: UnsafeRawBufferPointer
    ) -> Bool {
        var longest = 0..<0
        var start = 0
        for index in 0...tokens.count {
            if index < tokens.count, case .byte = tokens[index] { continue }
            if index - start > longest.count { longest = start..<index }
            start = index + 1
        }
        guard longest.count <= subject.count else { return false }
        return (0...(subject.count - longest.count)).contains { offset in
            longest.allSatisfy { place in
                guard case .byte(let expected) = tokens[place] else { return false }
                return subject[offset + place - longest.lowerBound] == expected
            }
        }
    }

    /// What one byte does to a state: keep it, move it past its token, both or neither.
    private static func step(
        _ tokens: [GlobToken], from index: Int, _ byte: UInt8
    ) -> (stays: Bool, advances: Bool) {
        let isSlash = byte == UInt8(ascii: "/")
        // A wildcard for one character has taken its first byte; the rest of it follows.
        let continues =
            index > 0 && (0x80...0xBF).contains(byte) && tokens[index - 1].takesOneCharacter
        guard index < tokens.count else { return (continues, false) }
        switch tokens[index] {
        case .byte(let expected): return (continues, byte == expected)
        case .oneCharacter: return (continues, !isSlash)
        case .set(let set): return (continues, set.contains(byte))
        case .withinComponent: return (!isSlash, false)
        case .anything: return (true, false)
        case .folders: return (true, isSlash)
        }
    }

    /// Adds the states reached by tokens that may take nothing.
    private static func passEmptyTokens(
        _ tokens: [GlobToken], _ states: UnsafeMutableBufferPointer<Bool>, atComponentStart: Bool
    ) {
        for index in tokens.indices where states[index] {
            switch tokens[index] {
            case .withinComponent, .anything: states[index + 1] = true
            // Reached only where a component starts, so it may always stand for no folder then.
            case .folders: if atComponentStart { states[index + 1] = true }
            case .byte, .oneCharacter, .set: break
            }
        }
    }
}
