/// Finds the text in binary files of which the format says where it stands: without that, a length
/// or the next value would stand beside a token as if it were a part of it.
enum BinaryText {
    /// The texts of a file, a line each; `nil` for other files.
    static func layer(
        of bytes: UnsafeRawBufferPointer, _ effort: inout DecodingEffort
    ) -> DecodedLayer? {
        var layer = DecodedLayer()
        let form: DecodedLayer.Form
        if JavaClass.isClass(bytes) {
            form = .classFile
            for range in JavaClass.constants(bytes) { take([range], bytes, into: &layer) }
        } else if PythonCache.isCache(bytes) {
            form = .pythonCache
            for range in PythonCache.constants(bytes) { take([range], bytes, into: &layer) }
        } else if SQLiteFile.isDatabase(bytes) {
            form = .database
            let isWhole = SQLiteFile.forEachText(bytes) { take($0, bytes, into: &layer) }
            if !isWhole { effort.fallShort("rows of a SQLite database that overlap") }
        } else if PDFFile.isDocument(bytes) {
            form = .document
            PDFFile.forEachText(bytes, &effort) { text, range in
                layer.append(text, from: range, .document)
                layer.append(0x0A, from: range.upperBound..<range.upperBound, .document)
            }
        } else {
            return nil
        }
        effort.byteCount += layer.bytes.count
        layer.endStretch(form)
        return layer.isEmpty ? nil : layer
    }

    private static func take(
        _ pieces: [Range<Int>], _ bytes: UnsafeRawBufferPointer, into layer: inout DecodedLayer
    ) {
        for piece in pieces { layer.copy(bytes, piece) }
        let end = pieces.last?.upperBound ?? 0
        layer.append(0x0A, from: end..<end, .joined)
    }
}
