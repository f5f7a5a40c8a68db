internal import Documents
internal import Rules
internal import ScanModel

/// Judges the subjects of one document by the rules about settings.
struct SettingJudge {
    /// Where a finding shows.
    struct Place: Hashable, Comparable {
        let span: SourceSpan
        /// Whether it is the head of a block in which something is missing.
        var isOfMissing = false

        static func < (left: Place, right: Place) -> Bool {
            (left.span.lowerBound, left.span.upperBound, left.isOfMissing ? 1 : 0)
                < (right.span.lowerBound, right.span.upperBound, right.isOfMissing ? 1 : 0)
        }
    }

    /// What a condition comes to, and where it shows.
    struct Outcome {
        /// `nil` where it cannot be known.
        var holds: Bool?
        var places: [Place] = []

        static let no = Outcome(holds: false)
    }

    let subjects: SubjectTable
    private var values: ValueJudge
    /// Values that one rule may look at, and all rules together.
    static let maxVisits = 2_000_000
    private static let maxVisitsOfAll = 40_000_000
    var visitsLeft = 0
    var visitsLeftOfAll = SettingJudge.maxVisitsOfAll
    /// Documents are read within limits of depth that are lower.
    private static let maxDepth = 256
    private var isCut = false
    /// For each subject all its values by their keys, made when a path of any depth first asks.
    private var keysOfSubjects: [Int: SubjectKeys] = [:]
    /// Trees in texts, by where the text stands and what it says.
    private var embeddedTrees: [Embedded: DocumentNode?] = [:]

    private struct Embedded: Hashable {
        let start: Int
        let text: String
    }

    init(subjects: [DocumentSubject], values: ValueJudge) {
        self.subjects = SubjectTable(subjects)
        isCut = subjects.contains { !$0.isOfAll }
        self.values = values
    }

    /// Whether all rules could be judged to their end.
    var isComplete: Bool { !isCut && !values.isCut }

    /// Where a rule finds something, in the order of the text.
    mutating func places(of rule: SettingRule) -> [Place] {
        var places: Set<Place> = []
        visitsLeft = min(SettingJudge.maxVisits, visitsLeftOfAll)
        let visitsBefore = visitsLeft
        for number in numbers(of: rule.subjects) {
            let scope = Scope(subjects[number], number)
            guard judge(rule.precondition, scope).holds == true else { continue }
            for failure in rule.failures {
                let outcome = judge(failure, scope)
                guard outcome.holds == true else { continue }
                places.formUnion(
                    outcome.places.isEmpty
                        ? [Place(span: scope.header, isOfMissing: true)] : outcome.places)
            }
        }
        visitsLeftOfAll -= visitsBefore - visitsLeft
        return places.sorted()
    }

    /// The subjects that fit one of these globs, in order.
    mutating func numbers(of globs: [NameGlob]) -> [Int] {
        guard spend(subjects.cost(of: globs)) else { return [] }
        return subjects.numbers(of: globs)
    }

    /// Counts what is looked at.
    /// - Returns: whether more may be.
    private mutating func spend(_ visits: Int) -> Bool {
        guard visitsLeft >= visits else {
            visitsLeft = 0
            isCut = true
            return false
        }
        visitsLeft -= visits
        return true
    }

    /// What a condition is judged at.
    struct Scope {
        let subject: DocumentSubject
        /// The subject's place among all, where the scope is all of it.
        var number: Int?
        let node: DocumentNode
        let header: SourceSpan

        init(_ subject: DocumentSubject, _ number: Int) {
            self.subject = subject
            self.number = number
            node = subject.body
            header = subject.header
        }

        init(_ subject: DocumentSubject, at node: DocumentNode, header: SourceSpan) {
            self.subject = subject
            self.node = node
            self.header = header
        }
    }

    mutating func judge(_ condition: SettingCondition, _ scope: Scope) -> Outcome {
        switch condition {
        case .all(let parts):
            var result = Outcome(holds: true)
            for part in parts {
                let outcome = judge(part, scope)
                guard outcome.holds != false else { return .no }
                if outcome.holds == nil { result.holds = nil }
                if !outcome.places.isEmpty { result.places = outcome.places }
            }
            return result
        case .any(let parts):
            var result = Outcome(holds: false)
            for part in parts {
                let outcome = judge(part, scope)
                if outcome.holds == true {
                    result.holds = true
                    result.places += outcome.places
                } else if outcome.holds == nil, result.holds == false {
                    result.holds = nil
                }
            }
            return result
        case .not(let part):
            return Outcome(holds: judge(part, scope).holds.map { !$0 })
        case .test(let paths, let tests):
            return test(paths, tests, scope)
        case .each(let path, let inner):
            var result = Outcome(holds: false)
            for found in find(path, in: scope).flatMap(\.members) {
                guard let node = found.node else {
                    if result.holds == false { result.holds = nil }
                    continue
                }
                let outcome = judge(
                    inner, Scope(scope.subject, at: node, header: found.header))
                if outcome.holds == true {
                    result.holds = true
                    result.places +=
                        outcome.places.isEmpty ? [Place(span: found.header)] : outcome.places
                } else if outcome.holds == nil, result.holds == false {
                    result.holds = nil
                }
            }
            return result
        case .joined(let names, let path, let inner):
            return joined(names, path, inner, scope)
        }
    }

    private mutating func test(
        _ paths: [SettingPath], _ tests: [ValueTest], _ scope: Scope
    ) -> Outcome {
        var result = Outcome(holds: false)
        var isThere = false
        let isOfWhole = tests.contains(where: ValueJudge.isOfWhole)
        for path in paths {
            let values = find(path, in: scope)
            isThere = isThere || !values.isEmpty
            for found in isOfWhole ? values : values.flatMap(\.members) {
                guard let node = found.node else {
                    if result.holds == false { result.holds = nil }
                    continue
                }
                switch self.values.passes(JudgedValue(node), tests) {
                case true:
                    result.holds = true
                    result.places.append(
                        Place(span: node.isBlock || node.span.isEmpty ? found.header : node.span))
                case nil: if result.holds == false { result.holds = nil }
                case false: break
                }
            }
        }
        guard isThere else {
            return tests.contains(.absent)
                ? Outcome(holds: true, places: [Place(span: scope.header, isOfMissing: true)])
                : .no
        }
        return result
    }

    /// Whether another subject, which names this one, fulfils a condition.
    private mutating func joined(
        _ names: [NameGlob], _ path: SettingPath, _ inner: SettingCondition, _ scope: Scope
    ) -> Outcome {
        let own = scope.subject
        for number in numbers(of: names) {
            let outer = Scope(subjects[number], number)
            let isOurs = find(path, in: outer).contains { found in
                guard let text = found.node?.text else { return false }
                return SettingJudge.names(text, own)
            }
            guard isOurs else { continue }
            let outcome = judge(inner, outer)
            if outcome.holds != false { return outcome }
        }
        return .no
    }

    /// Whether a text refers to a subject: by its address, its logical name or its literal name.
    private static func names(_ text: String, _ subject: DocumentSubject) -> Bool {
        guard !subject.name.isEmpty else { return false }
        if text == subject.name { return true }
        let address = subject.type + "." + subject.name
        if let range = text.firstRange(of: address) {
            let next = text[range.upperBound...].first
            return next.map { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") } ?? true
        }
        guard case .mapping(let entries) = subject.body.content else { return false }
        return entries.contains { entry in
            entry.value.text == text && SettingJudge.namingKeys.contains(entry.key)
        }
    }

    private static let namingKeys = ["bucket", "name", "id", "identifier", "key_id"]

    /// A value at a path; without a node where only the program can tell what stands there.
    struct Found {
        let node: DocumentNode?
        let header: SourceSpan

        /// The members of a list, and of lists within it; the value itself where it is none.
        var members: [Found] {
            guard let node, case .sequence(let items) = node.content else { return [self] }
            return items.flatMap { Found(node: $0, header: $0.header).members }
        }
    }

    /// The path of the subject's own name, which is no key of its body.
    private static let namePath = SettingPath("@name")

    mutating func find(_ path: SettingPath, in scope: Scope) -> [Found] {
        if path == SettingJudge.namePath {
            let name = scope.subject.name
            guard !name.isEmpty else { return [] }
            let node = DocumentNode(
                content: .scalar(DocumentScalar(name, .quoted)), span: scope.subject.header,
                position: scope.node.position)
            return [Found(node: node, header: scope.subject.header)]
        }
        if let number = scope.number, path.steps.first == .anyDepth, path.steps.count > 1 {
            if let found = findByKey(path.steps.dropFirst(), number) { return found }
        }
        var found: [Found] = []
        find(path.steps[...], at: scope.node, header: scope.header, depth: 0, into: &found)
        return found
    }

    /// What a path of any depth leads to, by the keys of the subject; `nil` where no key begins it.
    private mutating func findByKey(
        _ steps: ArraySlice<SettingPath.Step>, _ number: Int
    ) -> [Found]? {
        let starts: [Found]
        switch steps.first {
        case .key(let key):
            starts = keys(ofSubject: number).entries(of: key).map {
                Found(node: $0.value, header: $0.keySpan)
            }
        case .keyLike(let glob):
            guard spend(keys(ofSubject: number).count) else { return [] }
            keysOfSubjects[number]?.sort()
            starts = keys(ofSubject: number).entries(like: glob).map {
                Found(node: $0.value, header: $0.keySpan)
            }
        default: return nil
        }
        guard steps.count > 1 else { return starts }
        var found: [Found] = []
        for start in starts {
            guard let node = start.node else {
                found.append(start)
                continue
            }
            find(steps.dropFirst(), at: node, header: start.header, depth: 1, into: &found)
        }
        return found
    }

    private mutating func keys(ofSubject number: Int) -> SubjectKeys {
        if let known = keysOfSubjects[number] { return known }
        var keys = SubjectKeys()
        gather(subjects[number].body, depth: 0, into: &keys)
        keysOfSubjects[number] = keys
        return keys
    }

    private mutating func gather(_ node: DocumentNode, depth: Int, into keys: inout SubjectKeys) {
        guard mayVisit(depth: depth) else { return }
        switch node.content {
        case .sequence(let items):
            for item in items { gather(item, depth: depth + 1, into: &keys) }
        case .mapping(let entries):
            for entry in entries {
                keys.add(entry)
                gather(entry.value, depth: depth + 1, into: &keys)
            }
        case .scalar(let scalar):
            // What only the program can work out would read as the same again, without an end.
            if scalar.style != .expression, let inner = embeddedTree(of: node) {
                gather(inner, depth: depth + 1, into: &keys)
            }
        }
    }

    private mutating func mayVisit(depth: Int) -> Bool {
        guard depth < SettingJudge.maxDepth else {
            isCut = true
            return false
        }
        return spend(1)
    }

    /// The tree within a text, read once.
    private mutating func embeddedTree(of node: DocumentNode) -> DocumentNode? {
        guard let text = node.text, DocumentNode.mayEmbedTree(text) else { return nil }
        let place = Embedded(start: node.span.lowerBound, text: text)
        if let known = embeddedTrees[place] { return known }
        let tree = node.embeddedTree
        embeddedTrees[place] = tree
        return tree
    }

    private mutating func find(
        _ steps: ArraySlice<SettingPath.Step>, at node: DocumentNode, header: SourceSpan,
        depth: Int, into found: inout [Found]
    ) {
        guard mayVisit(depth: depth) else { return }
        guard let step = steps.first else {
            found.append(Found(node: node, header: header))
            return
        }
        switch node.content {
        case .sequence(let items):
            for item in items {
                find(
                    steps, at: item, header: depth == 0 ? item.span : header, depth: depth + 1,
                    into: &found)
            }
        case .mapping(let entries):
            if step == .anyDepth {
                find(steps.dropFirst(), at: node, header: header, depth: depth + 1, into: &found)
            }
            for entry in entries {
                let next: ArraySlice<SettingPath.Step>
                switch step {
                case .anyDepth: next = steps
                case .anyKey: next = steps.dropFirst()
                case .keyLike(let glob):
                    let key = SettingPath.folded(entry.key)
                    guard key.withUnsafeBufferPointer({ glob.matches($0) }) else { continue }
                    next = steps.dropFirst()
                case .key(let key):
                    guard SettingPath.isSame(key, entry.key) else { continue }
                    next = steps.dropFirst()
                }
                find(next, at: entry.value, header: entry.keySpan, depth: depth + 1, into: &found)
            }
        case .scalar(let scalar):
            if step == .anyDepth, steps.count == 1 {
                found.append(Found(node: node, header: header))
            } else if scalar.style == .expression {
                if step != .anyDepth { found.append(Found(node: nil, header: header)) }
            } else if let inner = embeddedTree(of: node) {
                find(steps, at: inner, header: header, depth: depth + 1, into: &found)
            }
        }
    }
}
