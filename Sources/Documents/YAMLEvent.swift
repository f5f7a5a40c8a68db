/// One event of libyaml in our own terms.
struct YAMLEvent {
    /// What starts, ends or stands here.
    enum Kind {
        case documentStart, sequenceStart, sequenceEnd, mappingStart, mappingEnd
        case scalar(String, YAMLScalarForm)
        /// The use of an anchor, whose name is the event's `anchor`.
        case alias
        case streamEnd
        case other
    }

    let kind: Kind
    let anchor: String?
    let tag: String?
    /// Characters from the start of the stream, half-open.
    let start: Int
    let end: Int
}
