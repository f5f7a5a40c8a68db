import Documents

/// The fuzz target of this room: a file of any format, with its subjects.
package enum DocumentsFuzz {
    /// What no input may bring about.
    package struct Failure: Error, CustomStringConvertible {
        /// What was found.
        package let description: String
    }

    /// The name of the program and of its corpus.
    package static let name = "documents"

    /// Paths that lead subjects elsewhere than their content does.
    private static let paths = [
        "a/b.txt", ".github/workflows/a.yml", "a/main.tf", "roles/a/tasks/main.yml",
        "application.yml", "values.yaml", "docker-compose.yml", "a.tf.json", ".gitlab-ci.yml",
    ]

    /// Runs one input: a letter for the format, one for the path, and the file.
    package static func run(_ bytes: UnsafeRawBufferPointer) throws {
        guard bytes.count > 2 else { return }
        let formats = DocumentFormat.allCases
        let format = formats[Int(bytes[0] &- 0x61) % formats.count]
        let path = paths[Int(bytes[1] &- 0x61) % paths.count]
        // Memory of its own, so that a read past the end is seen.
        let text = Array(bytes.dropFirst(2))
        var documents = [text.withUnsafeBytes { format.read($0) }]
        var few = DocumentLimits()
        few.maxNodes = 16
        few.maxDepth = 4
        documents.append(text.withUnsafeBytes { format.read($0, limits: few) })
        if format == .yaml {
            let masked = HelmTemplate.mask(text)
            let lines = { (bytes: [UInt8]) in bytes.indices.filter { bytes[$0] == 0x0A } }
            guard masked.count == text.count, lines(masked) == lines(text) else {
                throw Failure(description: "a masked template has other lines")
            }
            documents.append(text.withUnsafeBytes { HelmTemplate.read($0) })
        }
        for document in documents {
            guard document.faults.count <= 64 else { throw Failure(description: "many faults") }
            for root in document.roots { try check(root, within: text.count, depth: 0) }
            for subject in document.subjects(path: path) {
                try check(subject.header, within: text.count)
                try check(subject.body, within: text.count, depth: 0)
            }
            if let list = PropertyList.view(of: document) {
                try check(list, within: text.count, depth: 0)
            }
        }
    }

    private static func check(_ span: SourceSpan, within count: Int) throws {
        guard span.lowerBound >= 0, span.upperBound <= count else {
            throw Failure(description: "\(span) is outside of \(count) bytes")
        }
    }

    private static func check(_ node: DocumentNode, within count: Int, depth: Int) throws {
        guard depth < 256 else { throw Failure(description: "a tree is too deep") }
        try check(node.span, within: count)
        if let use = node.useSpan { try check(use, within: count) }
        for item in node.items { try check(item, within: count, depth: depth + 1) }
        for entry in node.entries {
            try check(entry.keySpan, within: count)
            try check(entry.value, within: count, depth: depth + 1)
        }
    }
}
