/// Makes trees of the events of a YAML stream, starting anew after what libyaml cannot read.
struct YAMLTreeBuilder: ~Copyable {
    /// What an anchor stands for, and what a use of it costs.
    struct Anchor {
        let node: DocumentNode
        /// The values in it, with those that its own aliases bring.
        let count: Int
        /// How many levels there are below it.
        let height: Int
        /// The bytes of its texts, with those that its own aliases bring.
        let byteCount: Int
    }

    /// After so many faults of grammar nothing more is tried: each costs a new parser.
    private static let maxRestarts = 64

    let bytes: UnsafeRawBufferPointer
    let limits: DocumentLimits
    let isStrict: Bool
    private let text: YAMLText
    private var lines: LineCursor
    /// The parser of this run; runs start where one failed.
    private var events: YAMLEventStream?
    /// The characters before this run.
    private var base = 0

    private(set) var roots: [DocumentNode] = []
    private(set) var faults = FaultLog()
    var anchors: [String: Anchor] = [:]
    var nodeCount = 0
    /// The bytes of texts that aliases brought: each is looked at again at each of its places.
    var broughtBytes = 0
    /// The deepest level of what is being read.
    var deepest = 0
    /// The byte after the last value that was read.
    var lastEnd = 0
    /// Whether this run ends here.
    private(set) var isStopped = false
    /// Whether the whole reading ends here.
    private var isFinal = false

    init(
        _ bytes: UnsafeRawBufferPointer, text: YAMLText, limits: DocumentLimits, isStrict: Bool
    ) {
        self.bytes = bytes
        self.text = text
        self.limits = limits
        self.isStrict = isStrict
        lines = LineCursor(bytes)
    }

    /// Reads all documents.
    mutating func readStream() {
        var start = text.start
        var restarts = 0
        while true {
            guard let end = readRun(from: start), !isFinal else { return }
            restarts += 1
            guard restarts < YAMLTreeBuilder.maxRestarts else {
                fault(.limit, at: end, "too many faults: the rest is not read")
                return
            }
            guard let next = documentStart(from: end, after: start) else { return }
            base += text.characters(from: start, to: next, in: bytes)
            start = next
        }
    }

    /// Reads up to the end, for which it returns `nil`, or up to the byte of a failure.
    private mutating func readRun(from start: Int) -> Int? {
        isStopped = false
        guard let stream = YAMLEventStream(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        else {
            fault(.limit, at: start, "no memory for the YAML parser")
            return nil
        }
        events = consume stream
        while !isStopped, let event = next() {
            switch event.kind {
            case .streamEnd: return nil
            case .documentStart:
                anchors = [:]
                if isStrict, !roots.isEmpty {
                    fault(.unsupported, at: byte(event.start), "a second document: one is expected")
                } else if let first = next(), let root = node(from: first, depth: 0) {
                    roots.append(root)
                }
            default: break
            }
        }
        guard let failure = events?.failure else { return lastEnd }
        let place = byte(failure.character)
        fault(.syntax, at: place, failure.message)
        return place
    }

    /// The first line at `place` or after it that starts a document, and not the one that started
    /// the run.
    private func documentStart(from place: Int, after start: Int) -> Int? {
        var at = min(place, bytes.count)
        while at > start, bytes[at - 1] != 0x0A { at -= 1 }
        while true {
            if at > start, at + 3 <= bytes.count, bytes[at] == 0x2D, bytes[at + 1] == 0x2D,
                bytes[at + 2] == 0x2D, at + 3 == bytes.count || bytes[at + 3] <= 0x20
            {
                return at
            }
            while at < bytes.count, bytes[at] != 0x0A { at += 1 }
            guard at < bytes.count else { return nil }
            at += 1
        }
    }

    /// The next event, unless the run ended.
    mutating func next() -> YAMLEvent? {
        guard !isStopped else { return nil }
        guard let event = events?.next() else {
            isStopped = true
            return nil
        }
        return event
    }

    /// The byte at which a character of this run stands.
    func byte(_ character: Int) -> Int {
        text.offset(ofCharacter: base + character, in: bytes)
    }

    /// Line and column of a byte.
    mutating func position(_ byte: Int) -> SourcePosition { lines.position(of: byte) }

    /// Notes what is wrong; when strict, that is the end.
    mutating func fault(_ code: DocumentError.Code, at byte: Int, _ message: String) {
        guard !(isStrict && !faults.faults.isEmpty) else { return }
        faults.add(code, at: position(byte), message)
        if isStrict { stop(for: true) }
    }

    /// Ends the run, or all reading.
    mutating func stop(for good: Bool) {
        isStopped = true
        if good { isFinal = true }
    }
}
