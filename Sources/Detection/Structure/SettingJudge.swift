internal import Documents
internal import Rules

/// Judges the subjects of one document by the rules about settings.
struct SettingJudge {
    /// Where a finding shows.
    struct Place: Hashable {
        let span: SourceSpan
        /// Whether it is the head of a block in which something is missing.
        var isOfMissing = false
    }

    /// What a condition comes to, and where it shows.
    struct Outcome {
        /// `nil` where it cannot be known.
        var holds: Bool?
        var places: [Place] = []

        static let no = Outcome(holds: false)
    }

    let subjects: [DocumentSubject]
    var values: ValueJudge
    /// Values that one rule may look at.
    static let maxVisits = 2_000_000
    var visitsLeft = SettingJudge.maxVisits
    /// Whether all rules could be judged to their end.
    private(set) var isComplete = true
    /// For each subject all its values by their keys, made when a path of any depth first asks.
    private var keysOfSubjects: [Int: [[UInt8]: [Found]]] = [:]

    init(subjects: [DocumentSubject], values: ValueJudge) {
        self.subjects = subjects
        self.values = values
    }

    /// Where a rule finds something.
    mutating func places(of rule: SettingRule) -> Set<Place> {
        var places: Set<Place> = []
        visitsLeft = SettingJudge.maxVisits
        for (number, subject) in subjects.enumerated()
        where SettingJudge.fits(subject, rule.subjects) {
            let scope = Scope(subject, number)
            guard judge(rule.precondition, scope).holds == true else { continue }
            for failure in rule.failures {
                let outcome = judge(failure, scope)
                guard outcome.holds == true else { continue }
                places.formUnion(
                    outcome.places.isEmpty
                        ? [Place(span: subject.header, isOfMissing: true)] : outcome.places)
            }
        }
        if visitsLeft <= 0 { isComplete = false }
        return places
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

    static func fits(_ subject: DocumentSubject, _ names: [String]) -> Bool {
        let name = subject.platform + "/" + subject.type
        return names.contains { NameGlob.matches(name, $0) }
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
        _ names: [String], _ path: SettingPath, _ inner: SettingCondition, _ scope: Scope
    ) -> Outcome {
        let own = scope.subject
        for (number, other) in subjects.enumerated() where SettingJudge.fits(other, names) {
            let outer = Scope(other, number)
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
        case .key(let key): starts = keys(ofSubject: number)[key] ?? []
        case .keyLike(let glob):
            starts = keys(ofSubject: number).filter {
                NameGlob.matches(String(decoding: $0.key, as: UTF8.self), glob)
            }.values.joined().sorted { $0.header.lowerBound < $1.header.lowerBound }
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

    private mutating func keys(ofSubject number: Int) -> [[UInt8]: [Found]] {
        if let known = keysOfSubjects[number] { return known }
        var keys: [[UInt8]: [Found]] = [:]
        SettingJudge.gather(subjects[number].body, depth: 0, into: &keys)
        keysOfSubjects[number] = keys
        return keys
    }

    /// Documents are read within limits of depth and size, so this ends soon.
    private static func gather(
        _ node: DocumentNode, depth: Int, into keys: inout [[UInt8]: [Found]]
    ) {
        guard depth < 128 else { return }
        switch node.content {
        case .sequence(let items):
            for item in items { gather(item, depth: depth + 1, into: &keys) }
        case .mapping(let entries):
            for entry in entries {
                keys[SettingPath.folded(entry.key), default: []].append(
                    Found(node: entry.value, header: entry.keySpan))
                gather(entry.value, depth: depth + 1, into: &keys)
            }
        case .scalar:
            if let inner = node.embeddedTree { gather(inner, depth: depth + 1, into: &keys) }
        }
    }

    private mutating func find(
        _ steps: ArraySlice<SettingPath.Step>, at node: DocumentNode, header: SourceSpan,
        depth: Int, into found: inout [Found]
    ) {
        guard visitsLeft > 0, depth < 128 else { return }
        visitsLeft -= 1
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
                    let key = String(decoding: SettingPath.folded(entry.key), as: UTF8.self)
                    guard NameGlob.matches(key, glob) else { continue }
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
            } else if let inner = node.embeddedTree {
                find(steps, at: inner, header: header, depth: depth + 1, into: &found)
            }
        }
    }
}
