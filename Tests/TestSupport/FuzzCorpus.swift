import Foundation

/// What fuzzers found worth keeping, and every input that once broke something.
package enum FuzzCorpus {
    /// One input of a target.
    package struct Input: Sendable {
        /// `target/file`, for messages.
        package let name: String
        /// What the entry point gets.
        package let bytes: [UInt8]
    }

    /// The inputs of a target in the order of their names.
    ///
    /// - Throws: what reading throws; `CocoaError` where there is none.
    package static func inputs(of target: String) throws -> [Input] {
        let folder = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "fixtures/fuzz").appending(path: target)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        guard !files.isEmpty else { throw CocoaError(.fileNoSuchFile) }
        return try files.map { file in
            let data = try Data(contentsOf: folder.appending(path: file))
            return Input(name: "\(target)/\(file)", bytes: [UInt8](data))
        }
    }
}
