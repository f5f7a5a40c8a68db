/// One name of a dotted key or header.
struct DottedKey {
    let name: String
    let span: SourceSpan
    let position: SourcePosition
}
