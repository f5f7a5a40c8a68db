@testable import GitObjects
import ScanModel

/// Reads and applies a delta, and holds the outcome against an application of a few plain lines.
///
/// Input: a byte of options; the length of the base in two bytes; the base; the delta. Option 1
/// leaves out the delta's two sizes, which are then made to fit.
package enum DeltaFuzz {
    private static let maxTargetByteCount = 1 << 18

    /// Runs one input.
    package static func run(_ bytes: UnsafeRawBufferPointer) throws(FuzzFailure) {
        var input = FuzzInput(bytes)
        let options = input.byte()
        // Arrays of their own, so that a read past the end of one is seen.
        let base = [UInt8](input.take(input.half()))
        var delta = [UInt8](input.rest)
        if options & 1 != 0 {
            let target = PlainDelta.targetByteCount(ofCommands: delta[...])
            delta = PlainDelta.size(base.count) + PlainDelta.size(target) + delta
        }
        let expected = PlainDelta.apply(delta, to: base, maxTargetByteCount: maxTargetByteCount)
        let claimed = delta.withUnsafeBytes { DeltaReader($0)?.targetByteCount }
        guard let claimed else {
            return try FuzzFailure.unless(expected == nil, "a good delta has no sizes")
        }
        try FuzzFailure.unless(claimed >= 0, "a size is negative")
        guard claimed <= maxTargetByteCount else { return }
        var target = [UInt8](repeating: 0, count: claimed)
        var copies = [CopiedRange(targetStart: 1, baseStart: 2, byteCount: 3)]
        let isApplied = delta.withUnsafeBytes { delta in
            base.withUnsafeBytes { base in
                target.withUnsafeMutableBytes {
                    DeltaApplication.apply(delta, to: base, into: $0, copies: &copies)
                }
            }
        }
        try FuzzFailure.unless(isApplied == (expected != nil), "applied: \(isApplied)")
        guard let expected else { return }
        try FuzzFailure.unless(target == expected, "the target is another one")
        try Bytes(target).withUnsafeBytes { target throws(FuzzFailure) in
            try Bytes(base).withUnsafeBytes { base throws(FuzzFailure) in
                try check(copies, of: base, in: target)
            }
        }
    }

    /// Whether copies are what they claim: inside both, in order, and the same bytes.
    static func check(
        _ copies: [CopiedRange], of base: UnsafeRawBufferPointer, in target: UnsafeRawBufferPointer
    ) throws(FuzzFailure) {
        var last: CopiedRange?
        for copy in copies {
            try FuzzFailure.unless(
                copy.byteCount > 0 && copy.baseStart >= 0 && copy.baseEnd <= base.count
                    && copy.targetStart >= (last?.targetEnd ?? 0)
                    && copy.targetEnd <= target.count,
                "\(copy) lies outside base, target or order")
            try FuzzFailure.unless(
                UnsafeRawBufferPointer(rebasing: base[copy.baseStart..<copy.baseEnd]).isSame(
                    as: UnsafeRawBufferPointer(
                        rebasing: target[copy.targetStart..<copy.targetEnd])),
                "\(copy) is no copy")
            if let last {
                try FuzzFailure.unless(
                    last.targetEnd < copy.targetStart || last.baseEnd != copy.baseStart,
                    "\(last) and \(copy) are one")
            }
            last = copy
        }
    }
}
