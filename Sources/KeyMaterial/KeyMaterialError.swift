/// Why bytes are not taken as key material. Never holds a part of them.
package struct KeyMaterialError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What sort of fault it is; errors are told apart by it.
    package enum Code: String, Sendable {
        /// There is no known frame, such as `-----BEGIN … PRIVATE KEY-----`, in the text.
        case noFrame = "key.no-frame"
        /// The frame has a beginning and no end: there may be more that was not captured.
        case truncated = "key.truncated"
        /// The body is not base64.
        case badBase64 = "key.bad-base64"
        /// The decoded body has not the structure that its frame promises.
        case badStructure = "key.bad-structure"
        /// Numbers or checksums within the key contradict each other.
        case inconsistent = "key.inconsistent"
        /// The material is sound and holds no private part.
        case notPrivate = "key.not-private"
        /// A bound of `KeyMaterialLimits` was reached.
        case tooLarge = "key.too-large"
    }

    package let code: Code
    /// What failed and where, in a few words.
    package let message: String

    /// Makes an error; `message` must hold nothing of the material.
    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }

    package static func == (left: KeyMaterialError, right: KeyMaterialError) -> Bool {
        left.code == right.code
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
