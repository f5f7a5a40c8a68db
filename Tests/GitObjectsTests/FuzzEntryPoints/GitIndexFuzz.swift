@testable import GitObjects
import ScanModel

/// Reads a git index. Input: a byte of options, then the file; option 1 means SHA-256.
package enum GitIndexFuzz {
    /// Runs one input.
    package static func run(_ bytes: UnsafeRawBufferPointer) throws(FuzzFailure) {
        var input = FuzzInput(bytes)
        let format: ObjectFormat = input.byte() & 1 == 0 ? .sha1 : .sha256
        let index: IndexFile
        do throws(GitError) {
            index = try IndexFile([UInt8](input.rest), path: "index", format: format)
        } catch {
            return
        }
        var last: (path: ArraySlice<UInt8>, stage: UInt8)?
        for entry in index.entries {
            let path = index.path(entry)
            try FuzzFailure.unless(!path.isEmpty && !path.contains(0), "a path is none")
            try FuzzFailure.unless(entry.stage <= 3, "stage \(entry.stage) is none")
            try FuzzFailure.unless(entry.id.byteCount == format.idByteCount, "an id is short")
            if let last {
                let isLater =
                    last.path.lexicographicallyPrecedes(path)
                    || (last.path == path && last.stage < entry.stage)
                try FuzzFailure.unless(isLater, "entries are not sorted")
            }
            last = (path, entry.stage)
        }
        for (number, tree) in index.cachedTrees.enumerated() {
            for child in tree.children.values {
                // Below its parent, so that no walk goes in circles.
                try FuzzFailure.unless(
                    child > number && child < index.cachedTrees.count,
                    "a cached tree is its own ancestor, or none")
            }
        }
    }
}
