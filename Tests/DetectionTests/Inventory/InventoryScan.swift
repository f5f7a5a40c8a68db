import CryptoPolicy
import EmbeddedRules
import Rules
import ScanModel

@testable import Detection

/// What the inventory takes out of a text written for a test.
struct InventoryScan {
    /// `line:column kind name`, in the order of the text.
    let found: [String]
    let result: BlobInventory

    /// Made once: nothing changes it.
    private static let index = Result {
        try InventoryIndex(
            EmbeddedRules.inventory.flatMap { file, text in
                try InventoryRule.read(text.withUTF8Buffer { Array($0) }, file: file)
            })
    }

    /// A detector without rules that takes an inventory.
    static func detector(limits: ScanLimits = ScanLimits()) throws -> Detector {
        var detector = try RuleScan.detector(
            [RuleScan.rule("t.a", "(?<setting>never-in-a-text)")], limits: limits)
        detector.inventory = try index.get()
        return detector
    }

    init(_ bytes: [UInt8], path: String, limits: ScanLimits = ScanLimits()) throws {
        let scanner = try InventoryScan.detector(limits: limits).makeScanner()
        let result = bytes.withUnsafeBytes {
            scanner.inventory($0, context: BlobContext(paths: [path], includesMisuse: true))
        }
        self.result = result
        found = result.assets.map {
            "\($0.region.startLine):\($0.region.startColumn) \($0.item.kind.rawValue) "
                + $0.item.name
        }
    }

    init(_ text: String, path: String) throws { try self.init(Array(text.utf8), path: path) }

    /// Kinds and names alone, each once.
    var names: Set<String> { Set(result.assets.map { "\($0.item.kind.rawValue) \($0.item.name)" }) }
}
