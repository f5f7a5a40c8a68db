private import CPCRE2

/// One PCRE2 regular expression over bytes, JIT-compiled.
///
/// No UTF mode: classes are ASCII, `.` is one byte. Matching is bounded by the scratch's limits.
/// The code itself never changes after `init`; one instance belongs to one thread all the same,
/// because each thread compiles what it needs.
package final class Pattern {
    private let code: Code
    /// Named groups in order of their numbers.
    package let groupNames: [String]

    /// Owner of the compiled code.
    private struct Code: ~Copyable {
        let pointer: OpaquePointer
        deinit { pcre2_code_free_8(pointer) }
    }

    /// How a pattern is applied.
    package struct Options: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Matches only at the start offset. Set here, since the match-time flag bypasses the JIT.
        package static let anchored = Options(rawValue: 1)
        /// Letters match both cases.
        package static let caseless = Options(rawValue: 2)
        /// Skips the JIT: cheaper for a pattern that runs a few times.
        package static let interpreted = Options(rawValue: 4)
    }

    /// Compiles `source`.
    ///
    /// - Throws: `.invalidPattern` with the offset and PCRE2's explanation.
    package init(_ source: String, options: Options = []) throws(PatternError) {
        var flags = UInt32(PCRE2_MULTILINE) | UInt32(PCRE2_NEVER_BACKSLASH_C)
        if options.contains(.anchored) { flags |= UInt32(PCRE2_ANCHORED) }
        if options.contains(.caseless) { flags |= UInt32(PCRE2_CASELESS) }
        var errorCode: Int32 = 0
        var errorOffset = 0
        var source = source
        let pointer = source.withUTF8 { bytes in
            pcre2_compile_8(
                bytes.baseAddress, bytes.count, flags, &errorCode, &errorOffset, nil)
        }
        guard let pointer else {
            throw PatternError(
                .invalidPattern,
                "invalid regular expression at offset \(errorOffset): "
                    + Pattern.explanation(of: errorCode))
        }
        code = Code(pointer: pointer)
        if !options.contains(.interpreted) {
            // Without JIT support the interpreter serves; the limits hold there too.
            _ = pcre2_jit_compile_8(pointer, UInt32(PCRE2_JIT_COMPLETE))
        }
        groupNames = Pattern.names(of: pointer)
        var captureCount: UInt32 = 0
        pcre2_pattern_info_8(pointer, UInt32(PCRE2_INFO_CAPTURECOUNT), &captureCount)
        if captureCount >= MatchScratch.maxGroups {
            throw PatternError(
                .invalidPattern,
                "\(captureCount) capturing groups: at most \(MatchScratch.maxGroups - 1); "
                    + "write (?:…) for groups that capture nothing")
        }
    }

    /// Number of the group called `name`, from 1.
    package func groupNumber(named name: String) -> Int? {
        let number = pcre2_substring_number_from_name_8(code.pointer, name)
        return number > 0 ? Int(number) : nil
    }

    /// Looks for a match that starts at `offset` or, unless anchored, after it.
    package func match(
        in subject: UnsafeRawBufferPointer, from offset: Int, scratch: MatchScratch
    ) -> MatchOutcome {
        guard offset >= 0, offset <= subject.count else { return .none }
        // An empty buffer may have no address, which PCRE2 takes only with length 0.
        let result = pcre2_match_8(
            code.pointer, subject.assumingMemoryBound(to: UInt8.self).baseAddress, subject.count,
            offset, 0, scratch.data, scratch.context)
        if result > 0 { return .match }
        return result == PCRE2_ERROR_NOMATCH ? .none : .limitReached
    }

    private static func explanation(of errorCode: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(errorCode, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
    }

    private static func names(of code: OpaquePointer) -> [String] {
        var count: UInt32 = 0
        var entrySize: UInt32 = 0
        var table: UnsafePointer<UInt8>?
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &entrySize)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
        guard let table else { return [] }
        // Each entry: group number in two bytes, big-endian, then the name and a NUL.
        return (0..<Int(count)).map { index -> (number: Int, name: String) in
            let entry = table + index * Int(entrySize)
            let name = UnsafeBufferPointer(start: entry + 2, count: Int(entrySize) - 2)
                .prefix { $0 != 0 }
            return (Int(entry[0]) << 8 | Int(entry[1]), String(decoding: name, as: UTF8.self))
        }
        .sorted { $0.number < $1.number }
        .map(\.name)
    }
}
