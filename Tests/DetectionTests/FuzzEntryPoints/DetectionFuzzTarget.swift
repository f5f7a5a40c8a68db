/// The fuzz targets of this room, by the names of their programs and corpora.
package enum DetectionFuzzTarget: String, CaseIterable, Sendable {
    /// The scout and all layers that text may be wrapped in.
    case decoding
    /// Binary files of which the texts are taken out, and hexdumps.
    case containers
    /// Names, operators and values.
    case credentials

}
