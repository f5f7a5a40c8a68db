@testable import GitObjects
import ScanModel

/// Reads the same bytes as a commit and as a tag.
///
/// Input: a byte of options, then the object; option 1 means SHA-256.
package enum CommitAndTagFuzz {
    /// Runs one input.
    package static func run(_ bytes: UnsafeRawBufferPointer) throws(FuzzFailure) {
        var input = FuzzInput(bytes)
        let format: ObjectFormat = input.byte() & 1 == 0 ? .sha1 : .sha256
        let object = Bytes(copying: input.rest)
        guard let id = ObjectID(bytes: [UInt8](repeating: 7, count: format.idByteCount)) else {
            throw FuzzFailure(reason: "an id of \(format.idByteCount) bytes is none")
        }
        let links = object.withUnsafeBytes { CommitLinks($0, format: format) }
        let commit = RawCommit(id: id, bytes: object, format: format)
        try FuzzFailure.unless((links == nil) == (commit == nil), "two readers disagree")
        if let commit, let links {
            try FuzzFailure.unless(
                commit.tree == links.tree && commit.parents == links.parents,
                "two readers disagree")
            try check(commit.messageRange, in: object)
            check(commit.author)
            check(commit.committer)
        }
        if let tag = RawTag(id: id, bytes: object, format: format) {
            try FuzzFailure.unless(
                tag.target.byteCount == format.idByteCount, "the target is no id")
            try check(tag.messageRange, in: object)
            check(tag.tagger)
        }
    }

    private static func check(
        _ message: Range<Int>, in object: Bytes
    ) throws(FuzzFailure) {
        try FuzzFailure.unless(
            message.lowerBound >= 0 && message.upperBound == object.count,
            "the message \(message) lies outside the object")
    }

    /// Times that commits claim are written into reports.
    private static func check(_ signature: GitSignature?) {
        _ = signature?.time.description
        _ = signature?.time.utc
    }
}
