internal import Patterns
internal import Rules

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

extension BlobScanner {
    /// Scans a text as `scan` does and counts what that takes.
    package func profile(
        _ bytes: UnsafeRawBufferPointer, context: BlobContext, into profile: inout RuleProfile
    ) {
        let special = TextEncoding.detectWide(bytes)
        guard special?.isWide != true else { return }
        var pass = Pass(text: bytes, isBinary: special == .binary, context: context)
        beginText()
        profile.count(bytes: bytes.count)
        let ruleSet = detector.ruleSet
        var wide: [BlobMemo.WideHit] = []
        try? detector.literals.scan(
            bytes, group: detector.literalGroup, scratch: literalScratch
        ) { hit in
            profile.count(literal: hit.literal)
            for number in ruleSet.usePlaces(ofLiteral: hit.literal) {
                let use = ruleSet.uses[number]
                guard fits(use.rule, &pass) else { continue }
                if use.isContext || detector.looksBeyondLine[use.rule] {
                    wide.append(.init(use: number, start: hit.start))
                } else {
                    tryTimed(use, at: hit.start, &pass, &profile)
                }
            }
        }
        for hit in wide.sorted(by: { ($0.start, $0.use) < ($1.start, $1.use) }) {
            let use = ruleSet.uses[hit.use]
            if fits(use.rule, &pass) { tryTimed(use, at: hit.start, &pass, &profile) }
        }
        profile.count(pass.candidates)
    }

    private func tryTimed(
        _ use: LiteralUse, at hit: Int, _ pass: inout Pass, _ profile: inout RuleProfile
    ) {
        let started = BlobScanner.nanoseconds()
        if use.isContext {
            tryContext(use.rule, at: hit, &pass)
        } else {
            tryRule(use, at: hit, &pass)
        }
        profile.count(try: use.rule, nanoseconds: BlobScanner.nanoseconds() &- started)
    }

    private static func nanoseconds() -> UInt64 {
        var time = timespec()
        guard clock_gettime(CLOCK_MONOTONIC, &time) == 0 else { return 0 }
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
