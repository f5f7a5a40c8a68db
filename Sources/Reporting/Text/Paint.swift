/// ANSI colours, where asked for.
struct Paint {
    /// What a piece of text is.
    /// The value is the SGR parameter (ECMA-48 §8.3.117).
    enum Role: String {
        case grave = "1;31"
        case moderate = "1;33"
        case mild = "36"
        case good = "1;32"
        case heading = "1"
        case quiet = "2"
    }

    private let isOn: Bool

    /// Paints only when `isOn`.
    init(isOn: Bool) { self.isOn = isOn }

    /// Wraps `text` in the colour of `role`; `text` holds no control characters.
    func callAsFunction(_ role: Role, _ text: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }
}
