/// Puts the values that a document itself defines in the place of `${name}`.
struct ReferenceResolver {
    /// A longer text is built for no rule.
    private static let maxText = 4096

    /// The values by name.
    var values: [String: String] = [:]
    /// The bytes that may still be built, since each reference can multiply them.
    private var budget: Int

    init(budget: Int) { self.budget = budget }

    /// Whether `$NAME` stands in a text. Names in small letters are none: passwords have such signs.
    static func hasBareReference(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return false }
        let bytes = Array(text.utf8)[...]
        return bytes.indices.contains { isBareReference(bytes, at: $0) }
    }

    private static func isBareReference(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count,
            index == 0 || bytes[index - 1] != UInt8(ascii: "$")
        else { return false }
        let next = bytes[index + 1]
        return next == UInt8(ascii: "_") || next >= 0x41 && next <= 0x5A
    }

    /// The text with all references resolved; `nil` where one is not known or not plain.
    ///
    /// - Parameter takesBare: whether `$name` is a reference too.
    mutating func resolve(_ text: String, takesBare: Bool = false) -> String? {
        guard budget > 0 else { return nil }
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        budget -= bytes.count
        guard bytes.count <= ReferenceResolver.maxText else { return nil }
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let isBraced = bytes[index + 1] == UInt8(ascii: "{")
            guard
                isBraced || takesBare && ReferenceResolver.isBareReference(bytes[...], at: index)
            else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let start = index + (isBraced ? 2 : 1)
            var end = start
            while end < bytes.count,
                JSONWord.isNamePart(bytes[end]) && bytes[end] != UInt8(ascii: "$")
                    || isBraced && ".-".utf8.contains(bytes[end])
            {
                end += 1
            }
            if isBraced {
                guard end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
            }
            let name = String(decoding: bytes[start..<end], as: UTF8.self)
            guard let value = values[name], !ValueMark.isExpression(value),
                result.count + value.utf8.count <= ReferenceResolver.maxText
            else { return nil }
            result.append(contentsOf: value.utf8)
            index = end + (isBraced ? 1 : 0)
        }
        budget -= result.count
        let resolved = String(decoding: result, as: UTF8.self)
        return ValueMark.isExpression(resolved) ? nil : resolved
    }
}
