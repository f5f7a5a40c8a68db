/// One name of a dotted key or header.
struct TOMLKey {
    let name: String
    let span: SourceSpan
    let position: SourcePosition
}
