/// Reads YAML into trees with byte spans.
///
/// Enters: bytes. Leaves: a tree for each document in them. Two ways share the code: the lenient
/// one for files that are scanned, which resolves aliases and merges within the node limit and
/// reads on after faults, and the strict one for our own rule and configuration files, which
/// refuses aliases, repeated keys and a second document.
package enum YAMLReader {
    /// Reads all that can be read.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        let (roots, faults) = trees(bytes, limits: limits, isStrict: false)
        return Document(format: .yaml, roots: roots, faults: faults)
    }

    /// Reads exactly one document; an empty input is an empty mapping.
    ///
    /// - Throws: `.syntax`, `.limit` or `.unsupported`, with the position.
    package static func read(
        _ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()
    ) throws(DocumentError) -> DocumentNode {
        let (roots, faults) = bytes.withUnsafeBytes { trees($0, limits: limits, isStrict: true) }
        if let fault = faults.first { throw fault }
        return roots.first
            ?? DocumentNode(root: [], byteCount: 0)
    }

    private static func trees(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits, isStrict: Bool
    ) -> (roots: [DocumentNode], faults: [DocumentError]) {
        if let fault = limits.fault(ofByteCount: bytes.count) { return ([], [fault]) }
        let text = YAMLText(bytes)
        if let overflow = text.tagOverflow {
            let position = LineTable(bytes).position(of: overflow)
            return ([], [DocumentError(.limit, at: position, "too many %TAG lines")])
        }
        if isStrict, let refused = text.firstRefused {
            let position = LineTable(bytes).position(of: refused)
            let message = "invalid UTF-8 or a control character"
            return ([], [DocumentError(.syntax, at: position, message)])
        }
        // libyaml's parser keeps the pointer: all is read within the borrow.
        guard let replaced = text.replaced else {
            return trees(bytes, text, limits, isStrict)
        }
        return replaced.withUnsafeBytes { trees($0, text, limits, isStrict) }
    }

    private static func trees(
        _ bytes: UnsafeRawBufferPointer, _ text: YAMLText, _ limits: DocumentLimits,
        _ isStrict: Bool
    ) -> (roots: [DocumentNode], faults: [DocumentError]) {
        var builder = YAMLTreeBuilder(bytes, text: text, limits: limits, isStrict: isStrict)
        builder.readStream()
        return (builder.roots, builder.faults.faults)
    }
}
