import ScanModel

/// Writes the index (version 2) of a pack.
struct PackIndexWriter {
    let hash: ObjectHash
    let objects: [PackedObject]
    let checksums: [UInt32]
    let entryDamage: [EntryDamage]
    let damage: PackDamage

    private struct Row {
        let id: ObjectID
        let checksum: UInt32
        let offset: UInt64
        let field: UInt32?
        let isWide: Bool
    }

    /// The index of the pack with this trailer.
    func bytes(packTrailer: [UInt8]) -> [UInt8] {
        let rows = sortedRows()
        var index: [UInt8] = [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]
        var perFirstByte = Array(repeating: UInt32(0), count: 256)
        for row in rows { perFirstByte[Int(row.id.leadingWord >> 56)] += 1 }
        var total: UInt32 = 0
        for (place, count) in perFirstByte.enumerated() {
            total += count
            index.append(bigEndian: damage.fanout[place] ?? total)
        }
        for row in rows { index += row.id.bytes }
        for row in rows { index.append(bigEndian: row.checksum) }
        var wide: [UInt64] = []
        for row in rows {
            if let field = row.field {
                index.append(bigEndian: field)
            } else if row.isWide {
                index.append(bigEndian: 0x8000_0000 | UInt32(wide.count))
                wide.append(row.offset)
            } else {
                index.append(bigEndian: UInt32(row.offset))
            }
        }
        for offset in wide { index.append(bigEndian: offset) }
        index += damage.repeatedPackTrailer ?? packTrailer
        index += damage.indexTrailer ?? hash.digest(index)
        return Array(index.prefix(damage.keptIndexByteCount ?? .max))
    }

    private func sortedRows() -> [Row] {
        var rows: [Row] = []
        for (number, object) in objects.enumerated() {
            let wrong = entryDamage[number]
            if wrong.isMissingFromIndex { continue }
            let offset = wrong.indexOffset ?? UInt64(object.offset)
            rows.append(
                Row(
                    id: wrong.indexID ?? object.id, checksum: wrong.checksum ?? checksums[number],
                    offset: offset, field: wrong.indexOffsetField,
                    isWide: wrong.usesWideOffset || offset > 0x7FFF_FFFF))
        }
        return rows.sorted { ($0.id, $0.offset) < ($1.id, $1.offset) }
    }
}
