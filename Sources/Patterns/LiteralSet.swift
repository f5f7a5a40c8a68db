private import CVectorscan

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Many literals compiled into one Vectorscan database, which finds all of them in one pass.
///
/// Immutable after `init` and so shared by threads (`@unchecked Sendable`: `hs_database_t` is
/// read-only for `hs_scan`); each thread scans with its own `LiteralScratch`.
package final class LiteralSet: @unchecked Sendable {
    private let handle: Handle
    private let lengths: [Int]
    /// Whether no literal holds a line feed, so that every hit lies within one line.
    package let areWithinLines: Bool
    /// Bytes of the block before that a literal may begin in.
    private let overlap: Int
    /// The literals, in the order of the ids that hits carry.
    package let literals: [Literal]

    private struct Handle: ~Copyable {
        let pointer: OpaquePointer
        deinit { hs_free_database(pointer) }
    }

    /// Bytes scanned in one call: bounds the memory that hits of a hostile blob can take.
    private static let blockBytes = 1 << 20

    /// Compiles the literals for this machine: about 10 ms for 500.
    ///
    /// - Throws: `.literalDatabase` when there is none, one is empty, or the library refuses.
    package convenience init(_ literals: [Literal]) throws(PatternError) {
        self.init(handle: Handle(pointer: try LiteralSet.compile(literals)), literals: literals)
    }

    /// Loads a database that `serialized()` wrote, in well under a millisecond.
    ///
    /// - Throws: `.literalDatabase` when it is of another version or for another processor; the
    ///   caller compiles anew.
    package convenience init(
        serialized bytes: UnsafeRawBufferPointer, literals: [Literal]
    ) throws(PatternError) {
        var database: OpaquePointer?
        let status = hs_deserialize_database(
            bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, &database)
        guard status == HS_SUCCESS, let database else {
            throw PatternError(.literalDatabase, "stored literal database refused: \(status)")
        }
        self.init(handle: Handle(pointer: database), literals: literals)
    }

    private init(handle: consuming Handle, literals: [Literal]) {
        self.handle = handle
        self.literals = literals
        lengths = literals.map(\.byteCount)
        areWithinLines = !literals.contains { $0.text.utf8.contains(0x0A) }
        overlap = (lengths.max() ?? 1) - 1
    }

    private static func compile(_ literals: [Literal]) throws(PatternError) -> OpaquePointer {
        guard !literals.isEmpty, literals.allSatisfy({ !$0.text.isEmpty }) else {
            throw PatternError(.literalDatabase, "a literal set needs literals, none of them empty")
        }
        var storage: [CChar] = []
        var starts: [Int] = []
        for literal in literals {
            starts.append(storage.count)
            storage.append(contentsOf: literal.text.utf8.map { CChar(bitPattern: $0) })
            storage.append(0)
        }
        let lengths = literals.map(\.byteCount)
        let flags = literals.map { $0.isCaseless ? UInt32(HS_FLAG_CASELESS) : 0 }
        let ids = literals.indices.map { UInt32($0) }
        var database: OpaquePointer?
        var failure: UnsafeMutablePointer<hs_compile_error_t>?
        let status = storage.withUnsafeBufferPointer { texts in
            let pointers = starts.map { start in texts.baseAddress.map { $0 + start } }
            return hs_compile_lit_multi(
                pointers, flags, ids, lengths, UInt32(literals.count), UInt32(HS_MODE_BLOCK), nil,
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

    /// The database as bytes for `init(serialized:literals:)`.
    ///
    /// - Throws: `.literalDatabase`.
    package func serialized() throws(PatternError) -> [UInt8] {
        var bytes: UnsafeMutablePointer<CChar>?
        var count = 0
        guard hs_serialize_database(handle.pointer, &bytes, &count) == HS_SUCCESS, let bytes else {
            throw PatternError(.literalDatabase, "cannot store the literal database")
        }
        defer { free(bytes) }
        return UnsafeRawBufferPointer(start: bytes, count: count).map { $0 }
    }

    /// Working memory for one thread.
    ///
    /// - Throws: `.outOfMemory`.
    package func makeScratch() throws(PatternError) -> LiteralScratch {
        var pointer: OpaquePointer?
        guard hs_alloc_scratch(handle.pointer, &pointer) == HS_SUCCESS, let pointer else {
            throw PatternError(.outOfMemory, "no memory for literal scratch space")
        }
        return LiteralScratch(owning: pointer)
    }

    /// Finds every occurrence of every literal, in order of their ends within blocks of 1 MiB.
    ///
    /// - Throws: `.literalDatabase` when the library fails: the bytes were not scanned.
    package func scan(
        _ bytes: UnsafeRawBufferPointer, scratch: LiteralScratch, onHit: (LiteralHit) -> Void
    ) throws(PatternError) {
        var blockStart = 0
        while blockStart < bytes.count {
            let blockEnd = min(blockStart + LiteralSet.blockBytes, bytes.count)
            let scanStart = max(0, blockStart - overlap)
            scratch.hits.pointee.removeAll()
            let block = UnsafeRawBufferPointer(rebasing: bytes[scanStart..<blockEnd])
            let status = hs_scan(
                handle.pointer, block.assumingMemoryBound(to: CChar.self).baseAddress,
                UInt32(block.count), 0, scratch.pointer, collectHit,
                scratch.hits)
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
