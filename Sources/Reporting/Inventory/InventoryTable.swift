internal import CryptoPolicy
internal import ScanModel

/// Writes an inventory for people: what is worst first, each asset on a line.
struct InventoryTable {
    /// Places that are listed of one asset, unless all are asked for.
    private static let maxPlaces = 3

    private let stream: ReportStream
    private let style: TextStyle
    private let paint: Paint

    /// Writes to `stream`.
    init(stream: ReportStream, style: TextStyle) {
        self.stream = stream
        self.style = style
        paint = Paint(isOn: style.color)
    }

    func write(_ inventory: CryptoInventory) {
        let judged = inventory.assets.map { (asset: $0, verdict: inventory.verdict(on: $0.item)) }
        for status in PolicyStatus.allCases.reversed() {
            let group = judged.filter { $0.verdict.status == status }
            guard !group.isEmpty, !stream.hasFailed else { continue }
            stream.write(
                paint(InventoryTable.role(of: status), status.rawValue.uppercased())
                    + " (\(DecimalGrouping.text(group.count)))\n")
            let kindWidth = width(group.map(\.asset.item.kind.rawValue))
            let nameWidth = min(width(group.map { InventoryTable.title($0.asset.item) }), 48)
            for (asset, verdict) in group {
                write(asset, verdict, kindWidth: kindWidth, nameWidth: nameWidth)
            }
            stream.write("\n")
        }
        TextNotifications(stream: stream, style: style).write(inventory.notifications)
        summary(inventory)
    }

    private func write(
        _ asset: CryptoAsset, _ verdict: PolicyVerdict, kindWidth: Int, nameWidth: Int
    ) {
        let title = InventoryTable.title(asset.item)
        var line =
            "  " + padded(asset.item.kind.rawValue, kindWidth) + "  "
            + paint(.heading, title)
            + spaces(nameWidth - DisplayWidth.columns(title)) + "  "
        line += DecimalGrouping.counted(asset.places.count, "use")
        if let since = verdict.since { line += ", since \(since)" }
        stream.write(line + "\n")
        if let entry = verdict.entry, verdict.status > .legacy {
            let words = verdict.document.isEmpty ? "" : " (\(verdict.document))"
            for text in Paragraph.lines(
                TerminalText.escaped(
                    (verdict.reason.isEmpty ? entry.why : verdict.reason) + words),
                width: min(style.width, 110) - 6)
            {
                stream.write("      \(paint(.quiet, text))\n")
            }
        }
        let shown = style.verbose ? asset.places.count : InventoryTable.maxPlaces
        for place in asset.places.prefix(shown) {
            stream.write(
                "      \(TerminalText.escaped(place.path.text)):\(place.region.startLine):"
                    + "\(place.region.startColumn)\(place.isInTest ? "  (in a test)" : "")\n")
        }
        let more = asset.places.count - shown
        if more > 0 {
            stream.write("      and \(DecimalGrouping.text(more)) more (--verbose lists all)\n")
        }
    }

    private func summary(_ inventory: CryptoInventory) {
        let places = inventory.assets.reduce(0) { $0 + $1.places.count }
        let counts = inventory.tally.map {
            "\(DecimalGrouping.text($0.count)) \($0.status.rawValue)"
        }
        stream.write(
            "\(DecimalGrouping.counted(inventory.assets.count, "asset")) at "
                + "\(DecimalGrouping.counted(places, "place")) in "
                + "\(DecimalGrouping.counted(inventory.statistics.scannedBlobs, "file")); policy "
                + "\(inventory.policy.name) as of \(inventory.date)"
                + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", "))
                + (inventory.isIncomplete ? "; " + paint(.grave, "incomplete") : "") + "\n")
    }

    /// The name with what it needs to be told from others.
    static func title(_ item: CryptoItem) -> String {
        var extras: [String] = []
        if let certificate = item.certificate {
            if let subject = certificate.subject { extras.append("CN=\(subject.text)") }
            extras.append("\(certificate.key), \(certificate.signature)")
            extras.append("until \(certificate.notAfter)")
        }
        if let iterations = item.parameters.iterations {
            extras.append("\(DecimalGrouping.text(iterations)) iterations")
        }
        if let cost = item.parameters.cost { extras.append("cost \(cost)") }
        if item.kind == .cipher, let padding = item.parameters.padding {
            extras.append(padding == "none" ? "no padding" : padding)
        }
        let words = extras.isEmpty ? item.name : item.name + " (\(extras.joined(separator: ", ")))"
        return TerminalText.escaped(words)
    }

    private static func role(of status: PolicyStatus) -> Paint.Role {
        switch status {
        case .disallowed: .grave
        case .deprecated: .moderate
        case .legacy, .unknown: .mild
        case .approved: .good
        }
    }

    private func width(_ texts: [String]) -> Int { texts.map(DisplayWidth.columns).max() ?? 0 }

    private func padded(_ text: String, _ width: Int) -> String {
        text + spaces(width - DisplayWidth.columns(text))
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
