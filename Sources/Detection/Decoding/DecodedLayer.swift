/// Decoded stretches of a text, one after the other, with the way back to where they stood.
struct DecodedLayer {
    /// How some bytes of a layer were written in the text.
    enum Form: UInt8 {
        case plain
        case base64
        case hex
        case backslash
        case percent
        case entity
        case quotedPrintable
        case joined
        case constant
        case list
        case hexdump
        case compressed
        case der
        case utf16
        case classFile
        case pythonCache
        case database
        case document

        /// Whether it is the text of a binary file, each string on a line of its own.
        var isTextOfBinary: Bool {
            switch self {
            case .classFile, .pythonCache, .database, .document: true
            default: false
            }
        }

        /// What a report calls it.
        var name: String {
            switch self {
            case .plain: "plain text"
            case .base64: "base64"
            case .hex: "hexadecimal digits"
            case .backslash: "backslash escapes"
            case .percent: "URL encoding"
            case .entity: "character entities"
            case .quotedPrintable: "quoted-printable"
            case .joined: "parts that are joined"
            case .constant: "a constant and the rest"
            case .list: "a list of bytes"
            case .hexdump: "a hexdump"
            case .compressed: "compressed data"
            case .der: "DER"
            case .utf16: "UTF-16"
            case .classFile: "the constants of a Java class"
            case .pythonCache: "the constants of Python bytecode"
            case .database: "the rows of a SQLite database"
            case .document: "the text of a PDF document"
            }
        }
    }

    /// Bytes that came from places at a fixed rate, up to where the next segment starts.
    private struct Segment {
        let start: Int
        let source: Int
        /// So many bytes …
        let unit: Int
        /// … come from so many of the text.
        let sourceUnit: Int
        let form: Form
    }

    /// A part of the layer that stands for one place of the text.
    struct Stretch {
        var range: Range<Int>
        /// Whether the line goes on before or after it in the text.
        var isCutBefore: Bool
        var isCutAfter: Bool
        /// The form that matters most in it.
        var form: Form
        /// Whether it is of a Secret of Kubernetes.
        var isInManifest = false
    }

    private(set) var bytes: [UInt8] = []
    private var segments: [Segment] = []
    private(set) var stretches: [Stretch] = []
    private var stretchStart = 0

    /// Between stretches: nothing that is written over lines goes on over it.
    private static let separator: [UInt8] = [0x0A, 0, 0x0A]

    var isEmpty: Bool { stretches.isEmpty }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        segments.removeAll(keepingCapacity: true)
        stretches.removeAll(keepingCapacity: true)
        stretchStart = 0
    }

    /// Ends a stretch; without `form` it is dropped.
    mutating func endStretch(
        _ form: Form?, isCutBefore: Bool = false, isCutAfter: Bool = false,
        isInManifest: Bool = false
    ) {
        guard let form, bytes.count > stretchStart else {
            bytes.removeSubrange(stretchStart...)
            while let last = segments.last, last.start >= stretchStart { segments.removeLast() }
            return
        }
        stretches.append(
            Stretch(
                range: stretchStart..<bytes.count, isCutBefore: isCutBefore,
                isCutAfter: isCutAfter, form: form, isInManifest: isInManifest))
        bytes += DecodedLayer.separator
        stretchStart = bytes.count
    }

    /// Takes bytes as they are.
    mutating func copy(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        note(source: range.lowerBound, unit: 1, sourceUnit: 1, form: .plain)
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[range]))
    }

    /// Takes bytes that stand for all of `source`.
    mutating func append(_ decoded: some Collection<UInt8>, from source: Range<Int>, _ form: Form) {
        guard !decoded.isEmpty else { return }
        note(
            source: source.lowerBound, unit: decoded.count, sourceUnit: source.count, form: form)
        bytes.append(contentsOf: decoded)
    }

    /// Takes one byte that stands for all of `source`.
    mutating func append(_ byte: UInt8, from source: Range<Int>, _ form: Form) {
        note(source: source.lowerBound, unit: 1, sourceUnit: source.count, form: form)
        bytes.append(byte)
    }

    /// Takes bytes of which each `unit` came from `sourceUnit` of the text.
    mutating func append(
        _ decoded: ArraySlice<UInt8>, from source: Int, unit: Int, sourceUnit: Int, _ form: Form
    ) {
        guard !decoded.isEmpty else { return }
        note(source: source, unit: unit, sourceUnit: sourceUnit, form: form)
        bytes.append(contentsOf: decoded)
    }

    private mutating func note(source: Int, unit: Int, sourceUnit: Int, form: Form) {
        if let last = segments.last, last.form == form, last.unit == unit,
            last.sourceUnit == sourceUnit, last.start >= stretchStart
        {
            let distance = bytes.count - last.start
            if distance % unit == 0, last.source + distance / unit * sourceUnit == source { return }
        }
        segments.append(
            Segment(
                start: bytes.count, source: source, unit: unit, sourceUnit: sourceUnit, form: form))
    }

    private func segment(at place: Int) -> Int {
        var low = 0
        var high = segments.count
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if segments[middle].start <= place { low = middle } else { high = middle }
        }
        return low
    }

    /// The stretch that holds a place.
    func stretch(at place: Int) -> Int? {
        var low = 0
        var high = stretches.count
        while low < high {
            let middle = low + (high - low) / 2
            if stretches[middle].range.upperBound <= place {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < stretches.count, stretches[low].range.contains(place) else { return nil }
        return low
    }

    /// Where in the text a range of the layer came from, and in what form it stood there; the form
    /// is plain when it stood there as it is.
    func source(of range: Range<Int>) -> (range: Range<Int>, form: Form) {
        guard !segments.isEmpty, !range.isEmpty else { return (0..<0, .plain) }
        let first = segment(at: range.lowerBound)
        let last = segment(at: range.upperBound - 1)
        func units(_ place: Int, in segment: Segment) -> Int {
            (place - segment.start) / segment.unit
        }
        let from = segments[first]
        let to = segments[last]
        let lower = from.source + units(range.lowerBound, in: from) * from.sourceUnit
        let upper = to.source + (units(range.upperBound - 1, in: to) + 1) * to.sourceUnit
        var form = Form.plain
        for segment in segments[first...last] where segment.form != .plain {
            form = segment.form
            break
        }
        let source = lower..<max(lower, upper)
        if form == .plain, source.count != range.count { form = .joined }
        return (source, form)
    }
}
