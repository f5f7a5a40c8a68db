/// Amounts of bytes for people: `999 bytes`, `1.2 kB`, `56.7 MB`, in decimal units.
package enum ByteSize {
    /// The amount, cut (not rounded) to one digit after the point.
    package static func text(_ bytes: Int) -> String {
        if bytes < 1_000 { return DecimalGrouping.counted(max(bytes, 0), "byte") }
        var unit = 1_000
        for name in ["kB", "MB", "GB", "TB"] {
            if bytes / 1_000 < unit {
                return "\(bytes / unit).\(bytes % unit / (unit / 10)) \(name)"
            }
            unit *= 1_000
        }
        return "\(DecimalGrouping.text(bytes / unit)) PB"
    }
}
