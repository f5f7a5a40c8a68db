@testable import GitObjects
import ScanModel

/// Walks a tree's entries. Input: a byte of options, then the tree; option 1 means SHA-256.
package enum TreeFuzz {
    /// Runs one input.
    package static func run(_ bytes: UnsafeRawBufferPointer) throws(FuzzFailure) {
        var input = FuzzInput(bytes)
        let format: ObjectFormat = input.byte() & 1 == 0 ? .sha1 : .sha256
        // Memory of their own, so that a read past the end is seen.
        try Bytes(copying: input.rest).withUnsafeBytes { tree throws(FuzzFailure) in
            try check(tree, format)
        }
    }

    private static func check(
        _ tree: UnsafeRawBufferPointer, _ format: ObjectFormat
    ) throws(FuzzFailure) {
        var entries = TreeEntries(tree, format: format)
        var used = 0
        while let entry = entries.next() {
            try FuzzFailure.unless(!entry.name.contains(0), "a name holds a NUL")
            try FuzzFailure.unless(entry.id.byteCount == format.idByteCount, "an id is short")
            // The mode has a digit at least; a space and a NUL enclose the name.
            used += 3 + entry.name.count + format.idByteCount
            try FuzzFailure.unless(used <= tree.count, "there are more entries than bytes")
            _ = entry.isIrregular
            _ = entry.isSameContent(as: entry)
        }
        try FuzzFailure.unless(entries.next() == nil, "the walk goes on after its end")
        try FuzzFailure.unless(
            entries.isCorrupt || (used == 0) == tree.isEmpty, "bytes were passed over in silence")
    }
}
