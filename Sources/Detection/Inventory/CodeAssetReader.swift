internal import CryptoPolicy
internal import Rules
internal import ScanModel
internal import SourceCode

/// Takes the assets out of one source file.
struct CodeAssetReader {
    private var judge: UseJudge
    /// Lists in each other are followed so far.
    private static let maxDepth = 4
    /// Values of one argument that are looked at.
    private static let maxValues = 256

    /// What an argument may be, and where it stands.
    private struct Place {
        let value: AssetReading.Value
        let range: SourceRange
    }

    /// Borrows `source`.
    init(_ source: UnsafeRawBufferPointer, language: SourceLanguage, values: ValueJudge) {
        judge = UseJudge(source, language: language, values: values)
    }

    /// Whether all that was asked for could be looked at.
    var isComplete: Bool { judge.isComplete }

    /// The assets that one rule takes.
    mutating func assets(_ reading: AssetReading) -> [FoundAsset] {
        guard case .code(_, let kinds, let names, let when) = reading.rule.place else { return [] }
        let query = CodeQuery(
            kinds: Set(CodeUse.Kind.allCases.filter { kinds.contains(String(describing: $0)) }),
            names: names)
        var found: [FoundAsset] = []
        let uses = judge.file.uses(matching: query, &judge.names)
            .filter { CodeAssetReader.isWhole($0.name, names) }
        let matched = Set(uses.map(\.index))
        // What is called on the result of a use is no second one: `SecureRandom.hex(8).upcase`.
        for use in uses
        where !use.conditionIsConstantFalse && !(use.receiver.map(matched.contains) ?? false) {
            guard judge.judge(when, use).holds == true else { continue }
            let parameters = parameters(reading.rule, of: use)
            for place in subjects(reading.rule, of: use) {
                for item in reading.items(of: place.value, parameters) {
                    found.append(
                        FoundAsset(
                            item: item, range: place.range.start..<place.range.end, sign: .code,
                            recogniser: reading.rule.id, isInTest: use.isInTest))
                }
            }
        }
        return found
    }

    /// Whether a glob takes the last part of a name: what is called on the result of `NewGCM` is
    /// `NewGCM.Seal`, which is none of `NewGCM*`.
    private static func isWhole(_ name: String, _ globs: [String]) -> Bool {
        let last = name.split(separator: ".").last ?? ""
        return globs.contains { glob in
            NameGlob(String(glob.split(separator: ".").last ?? ""), foldsCase: true).matches(last)
        }
    }

    private mutating func subjects(_ rule: InventoryRule, of use: CodeUse) -> [Place] {
        switch rule.subject {
        case .fixed(let name):
            return [Place(value: .init(text: name), range: use.nameSpan)]
        case .part(let number):
            let parts = use.name.split { "./:\\".contains($0) }
            let text = number <= parts.count ? String(parts[parts.count - number]) : nil
            return [Place(value: .init(text: text, isName: true), range: use.nameSpan)]
        case .value(let paths): return places(paths, of: use)
        case .options:
            return use.arguments.compactMap { argument in
                guard let name = argument.name, name.hasPrefix("-") else { return nil }
                let text = String(name.drop { $0 == "-" })
                return Place(value: .init(text: text), range: argument.span)
            }
        }
    }

    private mutating func parameters(
        _ rule: InventoryRule, of use: CodeUse
    ) -> [InventoryRule.Parameter: AssetReading.Value] {
        var values: [InventoryRule.Parameter: AssetReading.Value] = [:]
        for (parameter, paths) in rule.parameters {
            var found = places(paths, of: use)
            if paths.contains(where: { $0.head == .any }) {
                found = found.filter { $0.value.text.flatMap(Int.init) != nil }
            }
            // Of several that are possible none is told: the asset would not be true.
            guard let first = found.first else { continue }
            values[parameter] = found.count == 1 ? first.value : .init(text: nil)
        }
        return values
    }

    /// What stands at the first of some paths that the use has.
    private mutating func places(_ paths: [UseCondition.ArgumentPath], of use: CodeUse) -> [Place] {
        for path in paths {
            var found: [Place] = []
            for given in judge.arguments(path.head, of: use) {
                let argument = CodeAssetReader.value(of: given, in: use)
                guard let entries = judge.entries(path.keys[...], of: argument) else {
                    found.append(
                        Place(value: .init(text: nil), range: argument.value.span))
                    continue
                }
                for entry in entries { add(entry.value, at: nil, depth: 0, to: &found) }
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Of `-newkey rsa:2048` in a shell the word that follows the option.
    private static func value(of argument: CodeArgument, in use: CodeUse) -> CodeArgument {
        guard let name = argument.name, name.hasPrefix("-"), argument.value.flag == true,
            let place = use.arguments.firstIndex(of: argument),
            let next = use.arguments[(place + 1)...].first, next.name == nil
        else { return argument }
        return next
    }

    /// Whether a call says nothing by its name and has one argument, which may be what is meant.
    private func isWrapper(_ index: Int) -> Bool {
        let use = judge.file.use(index)
        return use.arguments.count == 1 && !AssetReading.isTelling(use.name)
    }

    /// Adds what a value may be; members of a list one by one.
    private mutating func add(
        _ value: CodeValue, at range: SourceRange?, depth: Int, to found: inout [Place]
    ) {
        guard found.count < Self.maxValues else {
            judge.isCut = true
            return
        }
        guard depth < Self.maxDepth else {
            found.append(Place(value: .init(text: nil), range: range ?? value.span))
            return
        }
        var possible = [value]
        if !value.isLiteral {
            let known = judge.possibleValues(of: value)
            if !known.isEmpty { possible = known }
        }
        for one in possible {
            let place = range ?? value.span
            switch one.content {
            case .list(let members):
                // What a name stands for is shown where it is used.
                for member in members {
                    add(
                        member.value, at: one == value ? range : place, depth: depth + 1,
                        to: &found)
                }
            case .call(let index) where isWrapper(index):
                // `uint16(tls.VersionTLS12)`, `OpenSSL::Digest.new("SHA512")`.
                if let inner = judge.file.use(index).arguments.first {
                    add(inner.value, at: place, depth: depth + 1, to: &found)
                }
            case .map, .unknown:
                found.append(Place(value: .init(text: nil), range: place))
            default:
                let judged = JudgedValue(one, judge.file)
                guard case .text(let text) = judged.form else { continue }
                found.append(
                    Place(value: .init(text: text, isName: !judged.isLiteral), range: place))
            }
        }
    }
}
