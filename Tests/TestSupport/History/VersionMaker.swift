import Foundation

/// Makes deltas from one version of a generated file to the next.
struct VersionMaker {
    var lines: LineMaker

    /// The kind of edit that is next. Few versions become such that no rule of lines reads them, and
    /// they soon cease to be: most have to be ordinary text with secrets.
    mutating func nextEdit(over base: [UInt8]) -> HistoryEdit {
        if base.contains(0), lines.random.oneIn(3) {
            return Self.isUTF16(base) ? .utf16 : .nulBytes
        }
        if Self.longLine(of: base) != nil, lines.random.oneIn(3) { return .longLine }
        if base.count < 300, lines.random.oneIn(2) { return .lines }
        let isRare = lines.random.oneIn(10)
        return lines.random.element(of: isRare ? Self.rare : Self.common) ?? .lines
    }

    private static let rare: [HistoryEdit] = [.empty, .longLine, .nulBytes, .utf16]
    private static let common: [HistoryEdit] = [
        .lines, .move, .patchwork, .patchwork, .join, .join, .cut, .lineEndings, .finalNewline,
        .context, .context,
    ]

    /// The delta of one edit. An edit that finds nothing to work on adds what it needs, so that a
    /// later one finds it.
    mutating func script(_ edit: HistoryEdit, over base: [UInt8]) -> DeltaScript {
        switch edit {
        case .lines: return lineEdit(base)
        case .move: return move(base)
        case .patchwork: return patchwork(base)
        case .join: return join(base)
        case .cut: return cut(base)
        case .lineEndings: return lineEndings(base)
        case .finalNewline:
            if base.last == 10 { return DeltaScript([.copy(offset: 0, count: base.count - 1)]) }
            return DeltaScript(replacing: [(base.count..<base.count, [10])], in: base)
        case .empty: return DeltaScript()
        case .longLine: return longLine(base)
        case .nulBytes: return nulBytes(base)
        case .utf16: return utf16(base)
        case .context: return context(base)
        }
    }

    /// A few lines out of a version that grew too long.
    mutating func shortened(_ base: [UInt8]) -> DeltaScript {
        let start = lines.random.below(base.count)
        return DeltaScript([
            .insert(lines.lines(3)), .copy(offset: start, count: min(6_000, base.count - start)),
        ])
    }

    private mutating func lineEdit(_ base: [UInt8]) -> DeltaScript {
        if base.count < 300 {
            return DeltaScript([
                .insert(lines.lines(10 + lines.random.below(40))),
                .copy(offset: 0, count: base.count),
            ])
        }
        let all = Self.lineRanges(base)
        let places = Set((0...lines.random.below(4)).map { _ in lines.random.below(all.count) })
        return DeltaScript(
            replacing: places.sorted().map { place in
                let range = all[place]
                switch lines.random.below(3) {
                case 0: return (range.lowerBound..<range.lowerBound, lines.lines(1))
                case 1: return (range, lines.lines(1 + lines.random.below(3)))
                default: return (range, [])
                }
            }, in: base)
    }

    private mutating func move(_ base: [UInt8]) -> DeltaScript {
        let starts = Self.lineRanges(base).map(\.lowerBound) + [base.count]
        let places = (0..<3).map { _ in starts[lines.random.below(starts.count)] }.sorted()
        var script = DeltaScript()
        script.appendCopy(0..<places[0])
        script.appendCopy(places[1]..<places[2])
        script.appendCopy(places[0]..<places[1])
        script.appendCopy(places[2]..<base.count)
        return script
    }

    private mutating func patchwork(_ base: [UInt8]) -> DeltaScript {
        var inserts = lines
        let script = DeltaScript.random(
            sourceByteCount: base.count, copies: 3 + lines.random.below(6),
            places: Self.lineRanges(base).map(\.lowerBound), using: &lines.random
        ) { random in
            inserts.random = random
            defer { random = inserts.random }
            let line = inserts.lines(1)
            guard random.oneIn(2) else { return line }
            return Array(line.prefix(random.below(line.count)))
        }
        return script
    }

    private mutating func join(_ base: [UInt8]) -> DeltaScript {
        let place = lines.random.below(lines.halves.count)
        let pairs = lines.halves[place...] + lines.halves[..<place]
        let heads = pairs.map { range(of: $0.head, in: base) }
        let tails = pairs.map { range(of: $0.tail, in: base) }
        let usesInsert = lines.random.oneIn(3)
        for case (let head?, let tail?) in zip(heads, tails)
        where !usesInsert && head.upperBound != tail.lowerBound {
            var script = DeltaScript()
            script.appendCopy(0..<head.upperBound)
            script.appendCopy(tail.lowerBound..<Self.lineEnd(tail.upperBound, base))
            script.appendCopy(Self.lineEnd(head.upperBound, base)..<base.count)
            return script
        }
        if lines.random.oneIn(2) {
            for case (let pair, let head?) in zip(pairs, heads) {
                let place = head.upperBound..<head.upperBound
                return DeltaScript(replacing: [(place, pair.tail)], in: base)
            }
        }
        for case (let pair, let tail?) in zip(pairs, tails) where usesInsert {
            let place = tail.lowerBound..<tail.lowerBound
            return DeltaScript(replacing: [(place, pair.head)], in: base)
        }
        guard let (head, tail) = pairs.first else { return lineEdit(base) }
        let starts = [lineStart(base), lineStart(base)].sorted()
        return DeltaScript(
            replacing: [
                (starts[0]..<starts[0], Array("first = ".utf8) + head + [10]),
                (starts[1]..<starts[1], tail + [10]),
            ], in: base)
    }

    private mutating func cut(_ base: [UInt8]) -> DeltaScript {
        let wholes = lines.wholes
        let all = wholes.compactMap { range(of: $0, in: base) }
        guard let found = lines.random.element(of: all) else { return inserting(secretIn: base) }
        let place = found.lowerBound + lines.random.below(found.count)
        let end = min(found.upperBound, place + lines.random.below(4))
        let inserts: [[UInt8]] = [[], [10], [13, 10], [0], Array("x".utf8), lines.lines(1)]
        return DeltaScript(
            replacing: [(place..<end, lines.random.element(of: inserts) ?? [])], in: base)
    }

    private mutating func lineEndings(_ base: [UInt8]) -> DeltaScript {
        let all = Self.lineRanges(base).filter { base[$0.upperBound - 1] == 10 }
        let from = lines.random.oneIn(2) ? 0 : lines.random.below(all.count)
        let isCRLF = base.firstRange(of: [13, 10]) != nil
        let usesCR = !isCRLF && lines.random.oneIn(6)
        return DeltaScript(
            replacing: all[from...].compactMap { line in
                let end = line.upperBound
                if usesCR { return (end - 1..<end, [13]) }
                let hasCR = line.count > 1 && base[end - 2] == 13
                if isCRLF { return hasCR ? (end - 2..<end - 1, []) : nil }
                return (end - 1..<end - 1, [13])
            }, in: base)
    }

    private mutating func longLine(_ base: [UInt8]) -> DeltaScript {
        if let line = Self.longLine(of: base) {
            if lines.random.oneIn(2) { return DeltaScript(replacing: [(line, [])], in: base) }
            let start = line.lowerBound + lines.random.below(line.count - 60)
            let new = lines.lines(1).dropLast(lines.random.oneIn(4) ? 0 : 1)
            return DeltaScript(
                replacing: [(start..<start + lines.random.below(60), Array(new))], in: base)
        }
        let start = lineStart(base)
        return DeltaScript(replacing: [(start..<start, lines.longLine())], in: base)
    }

    private mutating func nulBytes(_ base: [UInt8]) -> DeltaScript {
        let nuls = base.indices.filter { base[$0] == 0 }
        if !nuls.isEmpty, lines.random.oneIn(2) {
            return DeltaScript(replacing: nuls.map { ($0..<$0 + 1, []) }, in: base)
        }
        let place = lines.random.below(base.count + 1)
        return DeltaScript(
            replacing: [(place..<place, Array(repeating: 0, count: 1 + lines.random.below(9)))],
            in: base)
    }

    private mutating func utf16(_ base: [UInt8]) -> DeltaScript {
        guard Self.isUTF16(base) else {
            let usesLittle = lines.random.oneIn(2)
            return DeltaScript([.insert(Self.utf16(base, isLittle: usesLittle, hasMark: true))])
        }
        if lines.random.oneIn(2) {
            let isLittle = base[0] == 0xFF
            let place = 2 * lines.random.below(base.count / 2) + 2
            let added = Self.utf16(lines.lines(1), isLittle: isLittle, hasMark: false)
            return DeltaScript(replacing: [(place..<place, added)], in: base)
        }
        return DeltaScript([.insert(base.dropFirst(2).filter { $0 != 0 })])
    }

    private mutating func context(_ base: [UInt8]) -> DeltaScript {
        let secrets = lines.material.secrets
        let found = secrets.compactMap { range(of: Array($0.utf8), in: base) }
        guard let secret = lines.random.element(of: found) else {
            return inserting(secretIn: base)
        }
        let all = Self.lineRanges(base)
        let own = all.firstIndex { $0.upperBound > secret.lowerBound } ?? 0
        let near = max(0, own - 7)..<min(all.count, own + 8)
        let words = lines.material.contextWords.map { Array($0.utf8) }
        let removable = near.flatMap { line in
            words.compactMap { range(of: $0, in: Array(base[all[line]])) }.map { word in
                word.lowerBound + all[line].lowerBound..<word.upperBound + all[line].lowerBound
            }
        }.filter { !$0.overlaps(secret) }
        if lines.random.oneIn(2), let word = lines.random.element(of: removable) {
            return DeltaScript(replacing: [(word, Array("plain".utf8))], in: base)
        }
        let start = all[near.lowerBound + lines.random.below(near.count)].lowerBound
        let added = Array("\(lines.word()) = \(lines.word())\n".utf8)
        return DeltaScript(replacing: [(start..<start, added)], in: base)
    }

    private mutating func inserting(secretIn base: [UInt8]) -> DeltaScript {
        guard let whole = lines.random.element(of: lines.wholes) else { return lineEdit(base) }
        let start = lineStart(base)
        let line = lines.assignment(of: String(decoding: whole, as: UTF8.self))
        return DeltaScript(replacing: [(start..<start, Array(line.utf8) + [10])], in: base)
    }

    /// Where a line begins, or the end.
    private mutating func lineStart(_ base: [UInt8]) -> Int {
        lines.random.element(of: Self.lineRanges(base))?.lowerBound ?? base.count
    }

    /// One of the places where `needle` stands: the first after a random one, or of all.
    private mutating func range(of needle: [UInt8], in base: [UInt8]) -> Range<Int>? {
        let (needle, base) = (Data(needle), Data(base))
        let start = lines.random.below(base.count)
        return base.range(of: needle, in: start..<base.count) ?? base.range(of: needle)
    }

    /// The end of the line around `place`, before its newline.
    private static func lineEnd(_ place: Int, _ base: [UInt8]) -> Int {
        base[place...].firstIndex(of: 10) ?? base.count
    }

    /// The lines with their newlines.
    private static func lineRanges(_ base: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for (place, byte) in base.enumerated() where byte == 10 {
            ranges.append(start..<place + 1)
            start = place + 1
        }
        return start < base.count ? ranges + [start..<base.count] : ranges
    }

    private static func longLine(of base: [UInt8]) -> Range<Int>? {
        lineRanges(base).first { $0.count > 10_000 }
    }

    private static func isUTF16(_ base: [UInt8]) -> Bool {
        base.starts(with: [0xFF, 0xFE]) || base.starts(with: [0xFE, 0xFF])
    }

    private static func utf16(_ bytes: [UInt8], isLittle: Bool, hasMark: Bool) -> [UInt8] {
        let mark: [UInt16] = hasMark ? [0xFEFF] : []
        return (mark + bytes.map { UInt16($0) }).flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isLittle ? pair.reversed() : pair
        }
    }
}
