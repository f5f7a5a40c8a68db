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
            let wide = SQLiteFile.wideEncoding(bytes)
            let isWhole = SQLiteFile.forEachText(bytes) { pieces in
                if let wide {
                    takeWide(pieces, bytes, isLittle: wide == .utf16LittleEndian, into: &layer)
                } else {
                    take(pieces, bytes, into: &layer)
                }
            }
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

    /// Takes UTF-16 whose characters are all of ASCII, as those of secrets are.
    private static func takeWide(
        _ pieces: [Range<Int>], _ bytes: UnsafeRawBufferPointer, isLittle: Bool,
        into layer: inout DecodedLayer
    ) {
        for piece in pieces {
            for place in stride(from: piece.lowerBound, to: piece.upperBound - 1, by: 2) {
                let low = bytes[isLittle ? place : place + 1]
                let high = bytes[isLittle ? place + 1 : place]
                let isPlain = high == 0 && low < 0x80
                layer.append(isPlain ? low : 0x3F, from: place..<place + 2, .utf16)
            }
        }
        let end = pieces.last?.upperBound ?? 0
        layer.append(0x0A, from: end..<end, .joined)
    }

    private static func take(
        _ pieces: [Range<Int>], _ bytes: UnsafeRawBufferPointer, into layer: inout DecodedLayer
    ) {
        for piece in pieces { layer.copy(bytes, piece) }
        let end = pieces.last?.upperBound ?? 0
        layer.append(0x0A, from: end..<end, .joined)
    }
}
