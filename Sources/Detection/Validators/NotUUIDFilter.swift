/// Drops UUIDs, with or without braces.
struct NotUUIDFilter: Validator {
    static let name = "not-uuid"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        UUIDText.isUUID(value)
            || value.count == 38 && value.part(from: 1, to: 37).map(UUIDText.isUUID) == true
            ? .rejected : .unknown
    }
}
