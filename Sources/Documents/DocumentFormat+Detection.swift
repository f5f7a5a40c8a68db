extension DocumentFormat {
    /// The format of a file by its name, and by its first bytes where the name tells too little;
    /// `nil` where it is none that is read.
    package static func detect(path: String, bytes: UnsafeRawBufferPointer) -> DocumentFormat? {
        let parts = path.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
            .suffix(4).map { Substring($0) }
        guard let last = parts.last, last.utf8.count < 256 else { return nil }
        let folders = parts.dropLast().map { $0.lowercased() }
        return detect(name: last.lowercased(), folders: folders, bytes: bytes, strips: 2)
    }

    /// - Parameter strips: how many endings such as `.sample` may be taken off the name.
    private static func detect(
        name: String, folders: [String], bytes: UnsafeRawBufferPointer, strips: Int
    ) -> DocumentFormat? {
        if let format = FormatNames.format(ofName: name) { return format }
        if let format = FormatNames.format(ofName: name, in: folders) { return format }
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
            return name.contains(".") ? nil : FormatLook(bytes).unnamed()
        }
        let stem = String(name[..<dot])
        let ending = String(name[name.index(after: dot)...])
        if strips > 0, FormatNames.copyEndings.contains(ending) {
            return detect(name: stem, folders: folders, bytes: bytes, strips: strips - 1)
        }
        if strips > 0, FormatNames.templateEndings.contains(ending) {
            // The actions of a template break the grammar of YAML and JSON, and not that of lines.
            let format = detect(name: stem, folders: folders, bytes: bytes, strips: strips - 1)
            return format.flatMap { FormatNames.lineFormats.contains($0) ? $0 : nil }
        }
        switch ending {
        case "template":
            let look = FormatLook(bytes)
            return look.cloudTemplate()
                ?? (strips > 0 && stem.contains(".")
                    ? detect(name: stem, folders: folders, bytes: bytes, strips: strips - 1) : nil)
        case "conf", "cfg", "config", "cnf", "vhost":
            return FormatLook(bytes).configuration(isOpenSSLLikely: ending == "cnf")
        case "plist" where bytes.starts(with: "bplist".utf8): return nil
        default:
            if FormatNames.unitEndings.contains(ending) {
                return FormatLook(bytes).hasSections ? .ini : nil
            }
            return FormatNames.endings[ending]
        }
    }
}
