/// What a blob is packed in, by its bytes alone.
package enum ArchiveFormat: Equatable, Sendable {
    /// Also `.jar`, `.docx`, `.xlsx`, `.whl`, and programs that unpack themselves.
    case zip
    case tar
    /// One compressed stream, such as `.gz`, `.tgz`, `.zst`, `.bz2`, `.xz`.
    case compressed(CompressedFormat)

    /// The format of a blob; `nil` when it is no archive.
    package static func detect(_ bytes: UnsafeRawBufferPointer) -> ArchiveFormat? {
        guard bytes.count >= 20 else { return nil }
        if bytes[0] == 0x50, bytes[1] == 0x4B,
            bytes[2] == 3 && bytes[3] == 4 || bytes[2] == 5 && bytes[3] == 6
        {
            return .zip
        }
        if let format = CompressedFormat.detect(bytes) { return .compressed(format) }
        if TarReader.isTar(bytes) { return .tar }
        // Whatever stands in front: what reads zip files begins at their end.
        return ZipDirectory.endsZip(bytes) ? .zip : nil
    }

    /// What the format is called.
    package var name: String {
        switch self {
        case .zip: "zip"
        case .tar: "tar"
        case .compressed(let format): format.rawValue
        }
    }
}
