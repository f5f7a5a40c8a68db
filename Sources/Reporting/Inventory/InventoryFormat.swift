package import CryptoPolicy

/// How `portcullis inventory` writes what it found.
package enum InventoryFormat: String, CaseIterable, Sendable {
    /// For reading.
    case table
    /// One JSON document with everything.
    case json
    /// A CycloneDX 1.6 bill of materials of cryptography.
    case cyclonedx

    /// Writes a whole inventory; the caller finishes the sink. Equal inventories give equal bytes.
    ///
    /// - Throws: what the sink throws.
    package func write(
        _ inventory: CryptoInventory, to sink: any ReportSink, style: TextStyle
    ) throws(ReportError) {
        let stream = ReportStream(sink)
        switch self {
        case .table: InventoryTable(stream: stream, style: style).write(inventory)
        case .json:
            let json = JSONWriter(stream)
            json.inventory(inventory)
            json.endLine()
        case .cyclonedx:
            let json = JSONWriter(stream)
            CycloneDXDocument(inventory).write(to: json)
            json.endLine()
        }
        try stream.flush()
    }
}
