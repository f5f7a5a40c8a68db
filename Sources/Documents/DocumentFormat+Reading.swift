extension DocumentFormat {
    package static func detect(path: String, bytes: UnsafeRawBufferPointer) -> DocumentFormat? {
        path.hasSuffix(".yml") ? .yaml : nil
    }
    package func read(_ bytes: UnsafeRawBufferPointer) -> Document {
        Document(format: self, roots: (try? YAMLReader.read(Array(bytes))).map { [$0] } ?? [])
    }
}
extension Document {
    package func subjects(path: String) -> [DocumentSubject] {
        roots.map { DocumentSubject(platform: format.rawValue, body: $0, header: $0.span) }
    }
}
