internal import ScanModel

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Trims copied ranges to whole lines: what rules that look at one line found there stays true.
enum CleanRanges {
    /// Shorter ones are scanned again: that costs less than to keep them apart.
    private static let minByteCount = 32

    /// The parts of `copies` that are whole lines in both texts.
    ///
    /// An edge counts as a line's only where it is one in both: at a line feed inside the range,
    /// after one just before it in both texts, or at the start or end of both.
    static func of(
        _ copies: [CopiedRange], base: UnsafeRawBufferPointer, target: UnsafeRawBufferPointer
    ) -> [CopiedRange] {
        var clean: [CopiedRange] = []
        for copy in copies where copy.byteCount >= minByteCount {
            guard copy.targetStart >= 0, copy.baseStart >= 0, copy.targetEnd <= target.count,
                copy.baseEnd <= base.count, let start = target.baseAddress
            else { continue }
            var skipped = 0
            let startsLine =
                (copy.targetStart == 0 || target[copy.targetStart - 1] == 0x0A)
                && (copy.baseStart == 0 || base[copy.baseStart - 1] == 0x0A)
            if !startsLine {
                guard let feed = memchr(start + copy.targetStart, 0x0A, copy.byteCount) else {
                    continue
                }
                skipped = UnsafeRawPointer(feed) - start - copy.targetStart + 1
            }
            var end = copy.targetEnd
            if end != target.count || copy.baseEnd != base.count {
                let floor = copy.targetStart + skipped
                while end > floor, target[end - 1] != 0x0A { end -= 1 }
            }
            let byteCount = end - copy.targetStart - skipped
            guard byteCount >= minByteCount else { continue }
            clean.append(
                CopiedRange(
                    targetStart: copy.targetStart + skipped, baseStart: copy.baseStart + skipped,
                    byteCount: byteCount))
        }
        return clean
    }
}
