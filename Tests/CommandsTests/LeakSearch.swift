import Foundation
import TestSupport

/// Looks for pieces of secrets in what the program wrote: as they are, in base64, in hexadecimal
/// and percent-encoded, in any case of letters. `grep` does the search.
final class LeakSearch {
    /// Shortest piece that counts as leaked, in bytes.
    static let pieceBytes = 12

    private var needles: [String: [[UInt8]]] = [:]
    private let scene: Scene

    init() throws { scene = try Scene() }

    /// Adds a secret.
    ///
    /// - Parameter twin: a value of the same kind with other random text: what both share is public.
    func add(_ value: [UInt8], twin: [UInt8]) {
        // Long values have pieces enough: whoever prints some thirty bytes of one is caught.
        let stride = value.count > 200 ? 16 : value.count > 64 ? 4 : 1
        for start in Swift.stride(from: 0, through: value.count - LeakSearch.pieceBytes, by: stride)
        {
            let piece = Array(value[start..<start + LeakSearch.pieceBytes])
            guard !piece.contains(0x0A), !LeakSearch.holds(twin, piece) else { continue }
            needles["plain", default: []].append(piece)
            needles["percent", default: []].append(
                piece.flatMap { LeakSearch.isUnreserved($0) ? [$0] : LeakSearch.percent($0) })
            needles["all percent", default: []].append(piece.flatMap(LeakSearch.percent))
            needles["hexadecimal", default: []].append(
                piece.flatMap { LeakSearch.digits($0) })
            // Twelve bytes are sixteen characters, at whatever of the three alignments.
            needles["base64", default: []].append(Array(Data(piece).base64EncodedString().utf8))
        }
    }

    /// Ends the adding; needed before the first search.
    func seal() throws {
        for (form, pieces) in needles {
            try scene.write(form, Data(pieces.joined(separator: [0x0A])))
        }
        try scene.write("any form", Data(needles.values.joined().joined(separator: [0x0A])))
    }

    /// The forms in which secrets stand in the text; nothing of the text itself.
    func forms(in text: Data) throws -> Set<String> {
        guard !text.isEmpty, try holds(text, "any form") else { return [] }
        return try Set(needles.keys.filter { try holds(text, $0) })
    }

    private func holds(_ text: Data, _ form: String) throws -> Bool {
        let name = UUID().uuidString
        try scene.write(name, text)
        defer { try? FileManager.default.removeItem(at: scene.url(name)) }
        let grep = try ChildProcess(
            "/usr/bin/env",
            [
                "grep", "-a", "-i", "-F", "-q", "-f", scene.url(form).path,
                scene.url(name).path,
            ], environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C"], folder: "/")
        return grep.wait() != 1
    }

    private static func holds(_ text: [UInt8], _ piece: [UInt8]) -> Bool {
        Data(text).range(of: Data(piece)) != nil
    }

    private static func digits(_ byte: UInt8) -> [UInt8] {
        let alphabet = Array("0123456789abcdef".utf8)
        return [alphabet[Int(byte >> 4)], alphabet[Int(byte & 15)]]
    }

    private static func percent(_ byte: UInt8) -> [UInt8] { [UInt8(ascii: "%")] + digits(byte) }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95, 126: true
        default: false
        }
    }
}
