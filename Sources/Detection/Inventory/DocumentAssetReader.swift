internal import CryptoPolicy
internal import Documents
internal import Rules

/// Takes the assets out of the settings of one document.
struct DocumentAssetReader {
    private var judge: SettingJudge

    init(subjects: [DocumentSubject], values: ValueJudge) {
        judge = SettingJudge(subjects: subjects, values: values)
    }

    /// Whether all that was asked for could be looked at.
    var isComplete: Bool { judge.isComplete }

    /// The assets that one rule takes.
    mutating func assets(_ reading: AssetReading) -> [FoundAsset] {
        guard case .settings(let names, let paths, let when) = reading.rule.place else {
            return []
        }
        var found: [FoundAsset] = []
        let begun = judge.beginRule()
        defer { judge.endRule(begun) }
        for number in judge.numbers(of: names) {
            let scope = SettingJudge.Scope(judge.subjects[number], number)
            guard judge.judge(when, scope).holds == true else { continue }
            let parameters = parameters(reading.rule, in: scope)
            for path in paths {
                for value in judge.find(path, in: scope).flatMap(\.members) {
                    add(value, parameters, reading, to: &found)
                }
            }
        }
        return found
    }

    private mutating func parameters(
        _ rule: InventoryRule, in scope: SettingJudge.Scope
    ) -> [InventoryRule.Parameter: AssetReading.Value] {
        var values: [InventoryRule.Parameter: AssetReading.Value] = [:]
        for (parameter, paths) in rule.settings {
            let found = paths.flatMap { judge.find($0, in: scope).flatMap(\.members) }
            guard found.count == 1, let node = found[0].node,
                case .text(let text) = JudgedValue(node).form
            else { continue }
            values[parameter] = AssetReading.Value(text: text)
        }
        return values
    }

    private func add(
        _ found: SettingJudge.Found, _ parameters: [InventoryRule.Parameter: AssetReading.Value],
        _ reading: AssetReading, to assets: inout [FoundAsset]
    ) {
        var value = AssetReading.Value(text: nil)
        var span = found.header
        if let node = found.node {
            switch JudgedValue(node).form {
            case .text(let text):
                guard !text.isEmpty, text != "null" else { return }
                value = AssetReading.Value(text: text)
            case .group:
                guard case .fixed = reading.rule.subject else { return }
            case .list, .unknown: break
            }
            if !node.isBlock, !node.span.isEmpty { span = node.span }
        }
        if case .fixed(let name) = reading.rule.subject { value = .init(text: name) }
        for item in reading.items(of: value, parameters) {
            assets.append(
                FoundAsset(
                    item: item, range: span.lowerBound..<span.upperBound, sign: .setting,
                    recogniser: reading.rule.id))
        }
    }
}
