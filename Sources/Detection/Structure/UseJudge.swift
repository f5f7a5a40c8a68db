internal import Rules
internal import SourceCode

/// Judges the uses of names in one source file by the rules about code.
struct UseJudge {
    /// Where a rule finds something.
    struct Place: Hashable {
        let range: SourceRange
        /// Whether it stands in a test, or the value is only one of several that are possible.
        let isDoubtful: Bool
    }

    /// What a condition comes to, and where it shows.
    private struct Outcome {
        /// `nil` where it cannot be known.
        var holds: Bool?
        var place: SourceRange?
        var isDoubtful = false

        static let no = Outcome(holds: false)
    }

    let file: SourceFile
    var values: ValueJudge

    init(file: SourceFile, values: ValueJudge) {
        self.file = file
        self.values = values
    }

    /// Where a rule finds something.
    mutating func places(of rule: UseRule) -> Set<Place> {
        let kinds = CodeUse.Kind.allCases.filter { rule.kinds.contains(String(describing: $0)) }
        let query = CodeQuery(kinds: Set(kinds), names: rule.names)
        var places: Set<Place> = []
        for use in file.uses(matching: query) where !use.conditionIsConstantFalse {
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
        return places
    }

    private mutating func judge(_ condition: UseCondition, _ use: CodeUse) -> Outcome {
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
            return Outcome(holds: judge(part, use).holds.map { !$0 })
        case .argument(let selector, let tests):
            return argument(selector, tests, use)
        case .named(let words):
            return Outcome(
                holds: [use.assignedTo, use.scope].contains { name in
                    name.map { NameWords($0).hasAny(of: words) } ?? false
                })
        case .imports(let globs):
            return Outcome(
                holds: file.imports.contains { imported in
                    globs.contains { NameGlob.matches(imported.path, $0) }
                })
        case .body(let word):
            return Outcome(holds: file.bodyWords(of: use).contains(word))
        }
    }

    private mutating func argument(
        _ selector: UseCondition.ArgumentSelector, _ tests: [ValueTest], _ use: CodeUse
    ) -> Outcome {
        if selector.index == -1 {
            for argument in use.arguments {
                let outcome = judge(argument, tests)
                if outcome.holds == true { return outcome }
            }
            return .no
        }
        let named = use.arguments.first { argument in
            argument.name.map { name in
                selector.names.contains { $0.lowercased() == name.lowercased() }
            } ?? false
        }
        guard let found = named ?? use.argument(nil, at: selector.index) else {
            return Outcome(holds: tests.contains(.absent))
        }
        return judge(found, tests)
    }

    /// Holds where one of the values that the argument may have passes.
    private mutating func judge(_ argument: CodeArgument, _ tests: [ValueTest]) -> Outcome {
        var possible = [argument.value]
        if !argument.value.isLiteral {
            let found = file.possibleValues(of: argument.value)
            if !found.isEmpty { possible = found }
        }
        var isUnknown = false
        for value in possible {
            switch values.passes(JudgedValue(value, file), tests) {
            case true:
                return Outcome(
                    holds: true, place: argument.value.span, isDoubtful: possible.count > 1)
            case nil: isUnknown = true
            case false: break
            }
        }
        return Outcome(holds: isUnknown ? nil : false)
    }
}
