/// Azure's common annotated security keys (84 or 88 characters): fixed mark, type, year and month
/// of creation at fixed places.
///
/// Their last characters are a Marvin32 hash with a seed that the facts at hand do not state, so
/// the layout is what can be shown.
struct AzureAnnotatedKeyValidator: Validator {
    static let name = "azure-annotated-key"

    private static let types = CharacterSet("9DH")
    private static let months = CharacterSet("ABCDEFGHIJKL")
    private static let years = CharacterSet("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.count == 84 || value.count == 88,
            value.part(from: 52, to: 57)?.hasPrefix("JQQJ9") == true,
            let type = value.byte(at: 57), let year = value.byte(at: 58),
            let month = value.byte(at: 59), let provider = value.part(from: 76, to: 80)
        else { return .unknown }
        return Self.types.contains(type) && Self.years.contains(year)
            && Self.months.contains(month) && CharacterSet.letters.containsAll(of: provider)
            ? .consistent("Mark, type, date and provider stand where Azure puts them in its keys.")
            // The rest of the layout is not documented for users: a deviation refutes nothing.
            : .unknown
    }
}
