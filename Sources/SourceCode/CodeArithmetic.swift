/// What operators make of literals.
enum CodeArithmetic {
    /// The result, unknown when an operand is not literal.
    static func apply(
        _ code: UInt32, _ left: CodeValue, _ right: CodeValue, isJoin: Bool, span: SourceRange
    ) -> CodeValue.Content {
        if code == CodeOperator.bar {
            return .list(
                [left, right].flatMap { value in
                    if case .list(let parts) = value.content { return parts }
                    return [CodeArgument(name: nil, value: value, span: value.span)]
                })
        }
        switch (left.content, right.content) {
        case (.number(let a), .number(let b)) where code != CodeOperator.diamond:
            if let result = numbers(code, a, b) { return result }
        case (.string(let a), .string(let b)):
            if isJoin { return joined(a, b) }
            if let result = texts(code, a, b) { return result }
        case (.string(let a), .number) where code == CodeOperator.star:
            // A repeated text stays a literal; how often does not matter to any question.
            return .string(a)
        case (.flag(let a), _) where code == CodeOperator.and && !a: return .flag(false)
        case (_, .flag(let b)) where code == CodeOperator.and && !b: return .flag(false)
        case (.flag(let a), .flag(let b)): return flags(code, a, b)
        default: break
        }
        if isJoin, let a = CodeEvaluator.text(left.content),
            let b = CodeEvaluator.text(right.content)
        {
            return joined(a, b)
        }
        return .unknown
    }

    private static func joined(_ left: String, _ right: String) -> CodeValue.Content {
        left.utf8.count + right.utf8.count <= CodeEvaluator.maxTextLength
            ? .string(left + right) : .unknown
    }

    private static func numbers(
        _ code: UInt32, _ a: Double, _ b: Double
    ) -> CodeValue.Content? {
        switch code {
        case CodeOperator.plus: return .number(a + b)
        case CodeOperator.minus: return .number(a - b)
        case CodeOperator.star: return .number(a * b)
        case CodeOperator.slash: return b == 0 ? .unknown : .number(a / b)
        case CodeOperator.percent:
            return b == 0 ? .unknown : .number(a.truncatingRemainder(dividingBy: b))
        case CodeOperator.append:
            return a < 1e9 && b >= 0 && b < 53 ? .number(a * exponent(b)) : .unknown
        case CodeOperator.power:
            return a == 2 && b >= 0 && b < 53 ? .number(exponent(b)) : .unknown
        case CodeOperator.less: return .flag(a < b)
        case CodeOperator.greater: return .flag(a > b)
        case CodeOperator.lessEqual: return .flag(a <= b)
        case CodeOperator.greaterEqual: return .flag(a >= b)
        case CodeOperator.equals, CodeOperator.identical: return .flag(a == b)
        case CodeOperator.unequal, CodeOperator.unidentical: return .flag(a != b)
        default: return nil
        }
    }

    private static func exponent(_ b: Double) -> Double { Double(UInt64(1) << UInt64(b)) }

    private static func texts(_ code: UInt32, _ a: String, _ b: String) -> CodeValue.Content? {
        switch code {
        case CodeOperator.equals, CodeOperator.identical: .flag(a == b)
        case CodeOperator.unequal, CodeOperator.unidentical: .flag(a != b)
        default: nil
        }
    }

    private static func flags(_ code: UInt32, _ a: Bool, _ b: Bool) -> CodeValue.Content {
        switch code {
        case CodeOperator.and: .flag(a && b)
        case CodeOperator.equals, CodeOperator.identical: .flag(a == b)
        case CodeOperator.unequal, CodeOperator.unidentical: .flag(a != b)
        default: .unknown
        }
    }
}
