internal import Rules
internal import ScanModel

/// What a rule asks of a captured value itself, and the answers.
enum ValueSteps {
    /// The floors of entropy and randomness, and the list of placeholders.
    static func steps(
        of value: UnsafeRawBufferPointer, _ rule: Rule, randomnessFloor: Double? = nil
    ) -> [RuleStep] {
        let randomnessFloor = randomnessFloor ?? rule.randomnessFloor
        var steps: [RuleStep] = []
        if rule.entropyFloor > 0 {
            let bits = ShannonEntropy.bitsPerCharacter(of: value)
            steps.append(
                RuleStep(
                    "entropy", passed: bits >= rule.entropyFloor,
                    "\(decimal(bits)) bits a character; the floor is \(decimal(rule.entropyFloor))")
            )
        }
        if randomnessFloor > 0 {
            let score = RandomnessScore.score(of: value)
            steps.append(
                RuleStep(
                    "randomness", passed: score >= randomnessFloor,
                    "score \(decimal(score)); the floor is \(decimal(randomnessFloor))"))
        }
        if rule.rejectsPlaceholders {
            let isPlaceholder = PlaceholderFilter.isPlaceholder(SecretBytes(value))
            steps.append(
                RuleStep(
                    "placeholder", passed: !isPlaceholder,
                    isPlaceholder
                        ? "the value is on the common list of placeholders"
                        : "the value is none of the common placeholders"))
        }
        if !rule.allow.stopwords.isEmpty {
            let word = rule.allow.stopwords.first { NearbySearch.contains($0, in: value) }
            steps.append(
                RuleStep(
                    "stopword", passed: word == nil,
                    word.map { "the value holds the stopword \($0)" }
                        ?? "the value holds none of \(rule.allow.stopwords.count) stopwords"))
        }
        return steps
    }

    /// What each validator says of the value.
    static func judgements(
        of value: UnsafeRawBufferPointer, _ rule: Rule
    ) -> [RuleStep] {
        rule.validators.compactMap { name in
            guard let validator = ValidatorRegistry.validator(named: name) else { return nil }
            switch validator.judgement(of: value) {
            case .valid(let evidence):
                return RuleStep(
                    "evidence", "\(name): \(evidence.standing.rawValue): \(evidence.statement)")
            case .invalid(let statement):
                return RuleStep("evidence", "\(name): refuted, so confidence is low: \(statement)")
            case .rejected:
                return RuleStep("evidence", passed: false, "\(name): known as harmless")
            case .unknown:
                return RuleStep("evidence", "\(name): nothing to say of this form")
            }
        }
    }

    /// Two decimals.
    static func decimal(_ number: Double) -> String {
        let hundredths = Int((max(0, min(number, 1e6)) * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
