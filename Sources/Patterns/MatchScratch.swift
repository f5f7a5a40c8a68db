private import CPCRE2
package import ScanModel

/// Working memory for matching: one per thread, shared by all patterns of that thread.
package final class MatchScratch {
    let data: OpaquePointer
    let context: OpaquePointer
    private let stack: OpaquePointer

    /// Groups that one match may report, the whole match included.
    static let maxGroups: UInt32 = 16
    /// Largest JIT stack in bytes; running out of it counts as a limit reached.
    private static let maxStackBytes = 512 << 10

    /// - Throws: `.outOfMemory`.
    package init(limits: ScanLimits) throws(PatternError) {
        guard let data = pcre2_match_data_create_8(MatchScratch.maxGroups, nil),
            let context = pcre2_match_context_create_8(nil),
            let stack = pcre2_jit_stack_create_8(32 << 10, MatchScratch.maxStackBytes, nil)
        else { throw PatternError(.outOfMemory, "no memory for match data") }
        self.data = data
        self.context = context
        self.stack = stack
        pcre2_set_match_limit_8(context, limits.maxMatchSteps)
        pcre2_set_depth_limit_8(context, limits.maxMatchDepth)
        pcre2_set_heap_limit_8(context, limits.maxMatchHeapKiB)
        pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    }

    /// Half-open byte range of a group in the subject of the last match; `nil` when it took no part.
    package func range(ofGroup group: Int) -> Range<Int>? {
        guard group >= 0, group < Int(MatchScratch.maxGroups),
            let offsets = pcre2_get_ovector_pointer_8(data)
        else { return nil }
        let start = offsets[2 * group]
        let end = offsets[2 * group + 1]
        // `\K` in a lookahead can put the start behind the end.
        guard portcullis_pcre2_is_unset(start) == 0, start <= end else { return nil }
        return Int(start)..<Int(end)
    }

    deinit {
        pcre2_match_context_free_8(context)
        pcre2_match_data_free_8(data)
        pcre2_jit_stack_free_8(stack)
    }
}
