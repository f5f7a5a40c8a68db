internal import Rules
internal import ScanModel
internal import SourceCode

/// Judges the uses of names in one source file by the rules about code.
struct UseJudge {
    /// Where a rule finds something.
    struct Place: Hashable, Comparable {
        let range: SourceRange
        /// Whether it stands in a test, or the value is only one of several that are possible.
        let isDoubtful: Bool

        static func < (left: Place, right: Place) -> Bool {
            (left.range.start, left.range.end, left.isDoubtful ? 1 : 0)
                < (right.range.start, right.range.end, right.isDoubtful ? 1 : 0)
        }
    }

    /// What a condition comes to, and where it shows.
    struct Outcome {
        /// `nil` where it cannot be known.
        var holds: Bool?
        var place: SourceRange?
        var isDoubtful = false

        static let no = Outcome(holds: false)
    }

    let file: SourceFile
    /// The bytes of the file.
    let source: UnsafeRawBufferPointer
    private var values: ValueJudge
    var names = UseNames()
    /// Arguments of the file whose values may still be looked up.
    var lookupsLeft: Int
    var isCut = false

    /// Borrows `source`.
    init(
        _ source: UnsafeRawBufferPointer, language: SourceLanguage, values: ValueJudge,
        maxLookups: Int = 200_000
    ) {
        self.source = source
        lookupsLeft = maxLookups
        self.values = values
        file = SourceFile(source, language: language)
    }

    /// Whether all rules could be judged to their end.
    var isComplete: Bool {
        !isCut && !values.isCut && !file.faults.contains { $0 != .languageNotRead }
    }

    /// The uses that a rule looks at.
    static func query(of rule: UseRule) -> CodeQuery {
        let kinds = CodeUse.Kind.allCases.filter { rule.kinds.contains(String(describing: $0)) }
        return CodeQuery(kinds: Set(kinds), names: rule.names)
    }

    /// Where a rule finds something, in the order of the text.
    ///
    /// - Parameter query: what `query(of:)` gives for the rule.
    mutating func places(of rule: UseRule, _ query: CodeQuery) -> [Place] {
        var places: Set<Place> = []
        for use in file.uses(matching: query, &names) where !use.conditionIsConstantFalse {
            guard judge(rule.precondition, use).holds == true else { continue }
            if rule.failures.isEmpty {
                places.insert(Place(range: use.nameSpan, isDoubtful: use.isInTest))
            }
            for failure in rule.failures {
                let outcome = judge(failure, use)
                guard outcome.holds == true else { continue }
                places.insert(
                    Place(
                        range: outcome.place ?? use.nameSpan,
                        isDoubtful: use.isInTest || outcome.isDoubtful))
            }
        }
        return places.sorted()
    }

    mutating func judge(_ condition: UseCondition, _ use: CodeUse) -> Outcome {
        switch condition {
        case .all(let parts):
            var result = Outcome(holds: true)
            for part in parts {
                let outcome = judge(part, use)
                guard outcome.holds != false else { return .no }
                if outcome.holds == nil { result.holds = nil }
                result.place = outcome.place ?? result.place
                result.isDoubtful = result.isDoubtful || outcome.isDoubtful
            }
            return result
        case .any(let parts):
            var isUnknown = false
            for part in parts {
                let outcome = judge(part, use)
                if outcome.holds == true { return outcome }
                if outcome.holds == nil { isUnknown = true }
            }
            return Outcome(holds: isUnknown ? nil : false)
        case .not(let part):
            // An exception that cannot be made out is none, but leaves a doubt.
            let holds = judge(part, use).holds
            return Outcome(holds: !(holds ?? false), isDoubtful: holds == nil)
        case .argument(let paths, let tests):
            return argument(paths, tests, use)
        case .named(let words):
            return Outcome(
                holds: [use.assignedTo, use.scope].contains { name in
                    name.map { NameWords($0).hasAny(of: words) } ?? false
                })
        case .imports(let globs):
            return Outcome(
                holds: file.imports.contains { imported in
                    globs.contains { $0.matches(imported.path) }
                })
        case .body(let word):
            return Outcome(holds: file.bodyWords(of: use).contains(word))
        }
    }

    private mutating func argument(
        _ paths: [UseCondition.ArgumentPath], _ tests: [ValueTest], _ use: CodeUse
    ) -> Outcome {
        var isUnknown = false
        var isThere = false
        for path in paths {
            for argument in arguments(path.head, of: use) {
                guard let found = entries(path.keys[...], of: argument) else {
                    isUnknown = true
                    isThere = true
                    continue
                }
                for entry in found {
                    isThere = true
                    let outcome = judge(entry, tests)
                    if outcome.holds == true { return outcome }
                    if outcome.holds == nil { isUnknown = true }
                }
            }
        }
        if !isThere { return Outcome(holds: tests.contains(.absent)) }
        return Outcome(holds: isUnknown ? nil : false)
    }

    func arguments(
        _ head: UseCondition.ArgumentPath.Head, of use: CodeUse
    ) -> [CodeArgument] {
        switch head {
        case .any: use.arguments
        case .name(let name): use.arguments.filter { $0.name?.lowercased() == name }
        case .place(let place): use.argument(nil, at: place).map { [$0] } ?? []
        }
    }

    /// The entries behind keys; `nil` where only the program can tell what is there.
    func entries(
        _ keys: ArraySlice<String>, of argument: CodeArgument
    ) -> [CodeArgument]? {
        guard let key = keys.first else { return [argument] }
        let content = (file.resolved(argument.value) ?? argument.value).content
        switch content {
        case .map(let members), .list(let members):
            var found: [CodeArgument] = []
            for member in members where member.name?.lowercased() == key {
                guard let inner = entries(keys.dropFirst(), of: member) else { return nil }
                found += inner
            }
            return found
        case .string, .number, .flag, .null: return []
        default: return nil
        }
    }

    /// Holds where one of the values that the argument may have passes.
    private mutating func judge(_ argument: CodeArgument, _ tests: [ValueTest]) -> Outcome {
        var possible = [argument.value]
        if !argument.value.isLiteral {
            guard lookupsLeft > 0 else {
                isCut = true
                return Outcome(holds: nil)
            }
            lookupsLeft -= 1
            let found = file.possibleValues(of: argument.value)
            if !found.isEmpty { possible = found }
        }
        let source = tests.contains(where: \.asksForSource) ? text(of: argument.value.span) : nil
        var isUnknown = false
        let isOfWhole = tests.contains(where: ValueJudge.isOfWhole)
        for value in possible {
            if !isOfWhole, case .list(let members) = value.content {
                for member in members {
                    var outcome = judge(member, tests)
                    if outcome.holds == true {
                        // What a name stands for is shown where it is used.
                        if value != argument.value { outcome.place = argument.value.span }
                        return outcome
                    }
                    if outcome.holds == nil { isUnknown = true }
                }
                continue
            }
            var judged = JudgedValue(value, file)
            judged.source = source
            switch values.passes(judged, tests) {
            case true:
                return Outcome(
                    holds: true, place: argument.value.span, isDoubtful: possible.count > 1)
            case nil: isUnknown = true
            case false: break
            }
        }
        return Outcome(holds: isUnknown ? nil : false)
    }

    private func text(of range: SourceRange) -> String {
        let range = (range.start..<range.end).clamped(to: 0..<source.count)
        return String(decoding: source[range].prefix(UseJudge.maxSourceBytes), as: UTF8.self)
    }

    /// Longest expression whose names are looked at, in bytes.
    private static let maxSourceBytes = 1024
}

extension ValueTest {
    /// Whether the words of the value are asked for.
    fileprivate var asksForSource: Bool {
        if case .mentions = self { return true }
        return false
    }
}
