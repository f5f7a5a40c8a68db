private import CVectorscan

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Many literals compiled into Vectorscan databases, which find all of a group in one pass.
///
/// Groups may overlap: all literals, and those that are asked for most. One of them is searched at a
/// time, since parting literals costs more than it gains: what a database of some hundreds skips by
/// its longest strides it loses by looking at more places in vain.
///
/// Immutable after `init` and so shared by threads (`@unchecked Sendable`: `hs_database_t` is
/// read-only for `hs_scan`); each thread scans with its own `LiteralScratch`.
package final class LiteralSet: @unchecked Sendable {
    /// The databases; a group without literals has none, and finds nothing.
    private let groups: [Database?]
    private let lengths: [Int]
    /// Whether no literal holds a line feed, so that every hit lies within one line.
    package let areWithinLines: Bool
    /// Bytes of the block before that a literal may begin in.
    private let overlap: Int
    /// How many groups there are.
    package var groupCount: Int { groups.count }
    /// The literals, in the order of the ids that hits carry.
    package let literals: [Literal]

    private final class Database {
        let pointer: OpaquePointer
        init(owning pointer: OpaquePointer) { self.pointer = pointer }
        deinit { hs_free_database(pointer) }
    }

    /// Bytes scanned in one call: bounds the memory that hits of a hostile blob can take.
    private static let blockBytes = 1 << 20

    /// Compiles the literals for this machine: about 10 ms for 500.
    ///
    /// - Parameter groups: indexes of literals.
    /// - Throws: `.literalDatabase` when there is no literal, one is empty, or the library refuses.
    package convenience init(_ literals: [Literal], groups: [[Int]]) throws(PatternError) {
        guard !literals.isEmpty, literals.allSatisfy({ !$0.text.isEmpty }) else {
            throw PatternError(.literalDatabase, "a literal set needs literals, none of them empty")
        }
        var databases: [Database?] = []
        for numbers in groups {
            databases.append(
                numbers.isEmpty
                    ? nil : Database(owning: try LiteralSet.compile(literals, numbers: numbers)))
        }
        self.init(databases, literals: literals)
    }

    /// Compiles the literals as one group.
    ///
    /// - Throws: as `init(_:groups:)`.
    package convenience init(_ literals: [Literal]) throws(PatternError) {
        try self.init(literals, groups: [Array(literals.indices)])
    }

    /// Loads databases that `serialized()` wrote, in well under a millisecond.
    ///
    /// - Throws: `.literalDatabase` when one is of another version or for another processor; the
    ///   caller compiles anew.
    package convenience init(
        serialized bytes: UnsafeRawBufferPointer, literals: [Literal]
    ) throws(PatternError) {
        var databases: [Database?] = []
        var place = 0
        while place < bytes.count {
            guard bytes.count - place >= 8,
                let count = Int(
                    exactly: UInt64(
                        littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))),
                count <= bytes.count - place - 8
            else { throw PatternError(.literalDatabase, "stored literal database is cut short") }
            place += 8
            if count == 0 {
                databases.append(nil)
                continue
            }
            var database: OpaquePointer?
            let part = UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
            let status = hs_deserialize_database(
                part.assumingMemoryBound(to: CChar.self).baseAddress, count, &database)
            guard status == HS_SUCCESS, let database else {
                throw PatternError(.literalDatabase, "stored literal database refused: \(status)")
            }
            databases.append(Database(owning: database))
            place += count
        }
        guard !databases.isEmpty else {
            throw PatternError(.literalDatabase, "no stored literal database")
        }
        self.init(databases, literals: literals)
    }

    private init(_ groups: [Database?], literals: [Literal]) {
        self.groups = groups
        self.literals = literals
        lengths = literals.map(\.byteCount)
        areWithinLines = !literals.contains { $0.text.utf8.contains(0x0A) }
        overlap = (lengths.max() ?? 1) - 1
    }

    private static func compile(
        _ literals: [Literal], numbers: [Int]
    ) throws(PatternError) -> OpaquePointer {
        var storage: [CChar] = []
        var starts: [Int] = []
        for number in numbers {
            starts.append(storage.count)
            storage.append(contentsOf: literals[number].text.utf8.map { CChar(bitPattern: $0) })
            storage.append(0)
        }
        let lengths = numbers.map { literals[$0].byteCount }
        let flags = numbers.map { literals[$0].isCaseless ? UInt32(HS_FLAG_CASELESS) : 0 }
        let ids = numbers.map { UInt32($0) }
        var database: OpaquePointer?
        var failure: UnsafeMutablePointer<hs_compile_error_t>?
        let status = storage.withUnsafeBufferPointer { texts in
            let pointers = starts.map { start in texts.baseAddress.map { $0 + start } }
            return hs_compile_lit_multi(
                pointers, flags, ids, lengths, UInt32(numbers.count), UInt32(HS_MODE_BLOCK), nil,
                &database, &failure)
        }
        guard status == HS_SUCCESS, let database else {
            let reason = failure.flatMap { $0.pointee.message }.map { String(cString: $0) }
            hs_free_compile_error(failure)
            throw PatternError(
                .literalDatabase, "cannot compile the literals: \(reason ?? "error \(status)")")
        }
        return database
    }

    /// The databases as bytes for `init(serialized:literals:)`: each with its length before it.
    ///
    /// - Throws: `.literalDatabase`.
    package func serialized() throws(PatternError) -> [UInt8] {
        var all: [UInt8] = []
        for group in groups {
            var bytes: UnsafeMutablePointer<CChar>?
            var count = 0
            defer { free(bytes) }
            if let group {
                guard hs_serialize_database(group.pointer, &bytes, &count) == HS_SUCCESS else {
                    throw PatternError(.literalDatabase, "cannot store the literal database")
                }
            }
            withUnsafeBytes(of: UInt64(count).littleEndian) { all += $0 }
            all += UnsafeRawBufferPointer(start: bytes, count: count)
        }
        return all
    }

    /// Working memory for one thread.
    ///
    /// - Throws: `.outOfMemory`.
    package func makeScratch() throws(PatternError) -> LiteralScratch {
        var pointer: OpaquePointer?
        // Each call makes it large enough for one more database.
        for case let group? in groups {
            guard hs_alloc_scratch(group.pointer, &pointer) == HS_SUCCESS else {
                hs_free_scratch(pointer)
                throw PatternError(.outOfMemory, "no memory for literal scratch space")
            }
        }
        guard let pointer else {
            throw PatternError(.literalDatabase, "a literal set without groups cannot be searched")
        }
        return LiteralScratch(owning: pointer)
    }

    /// Finds every occurrence of every literal of a group, in order of their ends within blocks of 1 MiB.
    ///
    /// - Parameter group: the number of the group that is searched for.
    /// - Throws: `.literalDatabase` when the library fails: the bytes were not scanned.
    package func scan(
        _ bytes: UnsafeRawBufferPointer, group: Int, scratch: LiteralScratch,
        onHit: (LiteralHit) -> Void
    ) throws(PatternError) {
        guard let database = groups[group] else { return }
        var blockStart = 0
        while blockStart < bytes.count {
            let blockEnd = min(blockStart + LiteralSet.blockBytes, bytes.count)
            let scanStart = max(0, blockStart - overlap)
            scratch.hits.pointee.removeAll()
            let block = UnsafeRawBufferPointer(rebasing: bytes[scanStart..<blockEnd])
            let status = hs_scan(
                database.pointer, block.assumingMemoryBound(to: CChar.self).baseAddress,
                UInt32(block.count), 0, scratch.pointer, collectHit, scratch.hits)
            guard status == HS_SUCCESS else {
                throw PatternError(.literalDatabase, "literal scan failed: error \(status)")
            }
            scratch.hits.pointee.sort()
            for place in 0..<scratch.hits.pointee.count {
                let hit = scratch.hits.pointee[place]
                let end = scanStart + hit.end
                // What ends in the overlap was found with the block before.
                guard end > blockStart || blockStart == 0 else { continue }
                onHit(LiteralHit(literal: hit.literal, start: end - lengths[hit.literal]))
            }
            blockStart = blockEnd
        }
    }
}

/// Called by Vectorscan for each hit; a function, since a closure in a C callback cannot capture.
private func collectHit(
    literal: UInt32, from: UInt64, to end: UInt64, flags: UInt32, context: UnsafeMutableRawPointer?
) -> Int32 {
    guard let context else { return 1 }
    context.assumingMemoryBound(to: LiteralHits.self).pointee.append(literal: literal, end: end)
    return 0
}
