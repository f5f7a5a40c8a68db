import ScanModel

/// Writes the notifications of a `text` report: first what was not read, grouped by code.
struct TextNotifications {
    /// How many are listed unless all are asked for.
    static let maxListed = 20

    private let stream: ReportStream
    private let style: TextStyle
    private let paint: Paint

    /// Writes to `stream`.
    init(stream: ReportStream, style: TextStyle) {
        self.stream = stream
        self.style = style
        paint = Paint(isOn: style.color)
    }

    /// Writes the groups; nothing for no notification.
    func write(_ notifications: [ScanNotification]) {
        var room = style.verbose ? Int.max : TextNotifications.maxListed
        write(notifications.filter(\.isIncomplete), "Not read", .grave, &room)
        write(notifications.filter { !$0.isIncomplete }, "Notes", .heading, &room)
    }

    private func write(
        _ notifications: [ScanNotification], _ title: String, _ role: Paint.Role,
        _ room: inout Int
    ) {
        guard !notifications.isEmpty else { return }
        stream.write(paint(role, title) + " (\(DecimalGrouping.text(notifications.count)))\n")
        let groups = Dictionary(grouping: notifications, by: \.code)
        var listed = 0
        for code in groups.keys.sorted() {
            guard room > 0, let members = groups[code] else { break }
            stream.write("  \(paint(.heading, TerminalText.escaped(code)))\n")
            for item in members.prefix(room) where !stream.hasFailed { write(item) }
            listed += min(room, members.count)
            room -= min(room, members.count)
        }
        let more = notifications.count - listed
        if more > 0 {
            stream.write("    and \(DecimalGrouping.text(more)) more (--verbose lists all)\n")
        }
        stream.write("\n")
    }

    private func write(_ item: ScanNotification) {
        let place = item.path.map { TerminalText.escaped($0.text) + ": " } ?? ""
        let text = "\(item.level.word): \(place)\(TextWording.sentence(item.message.text))"
        var indent = "    "
        for line in Paragraph.lines(text, width: min(style.width, 110) - 6) {
            stream.write("\(indent)\(line)\n")
            indent = "      "
        }
    }
}
