import Documents
import Testing

/// A text, its outline and how many faults it has.
struct OutlineCase: CustomTestStringConvertible {
    let text: String
    let outline: String
    let faults: Int

    init(_ text: String, _ outline: String, faults: Int = 0) {
        self.text = text
        self.outline = outline
        self.faults = faults
    }

    var testDescription: String { text }

    /// Reads the text and compares; gives what was read.
    @discardableResult
    func check(_ reader: (UnsafeRawBufferPointer, DocumentLimits) -> Document) -> Document {
        let document = read(text, reader)
        let found = document.roots.map { TreeOutline(text)($0) }.joined(separator: "\n")
        #expect(found == outline)
        #expect(document.faults.count == faults)
        return document
    }
}
