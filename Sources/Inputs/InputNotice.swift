/// Something about an input that belongs into the report. Texts are raw: the caller redacts them.
package struct InputNotice: Hashable, Sendable {
    /// Stable kebab-case name, such as `input.unreadable`.
    package let code: String
    package let message: String
    package let path: String?
    /// Whether something that was asked for was not seen.
    package let isIncomplete: Bool

    package init(code: String, message: String, path: String?, isIncomplete: Bool) {
        self.code = code
        self.message = message
        self.path = path
        self.isIncomplete = isIncomplete
    }
}
