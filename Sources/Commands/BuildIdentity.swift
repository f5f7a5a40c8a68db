#if canImport(Glibc)
    private import Glibc
#endif

/// Tells one build of the program from every other, also where their version is the same.
enum BuildIdentity {
    /// The build id that the linker wrote into the program; empty where there is none.
    static var bytes: [UInt8] {
        #if canImport(Glibc)
            let file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return [] }
            defer { close(file) }
            // Headers and notes stand at the front of an ELF file.
            return [UInt8](unsafeUninitializedCapacity: frontBytes) { front, count in
                count = max(0, pread(file, front.baseAddress, frontBytes, 0))
            }.withUnsafeBytes { id(inELF: $0) ?? [] }
        #else
            return []
        #endif
    }

    private static let frontBytes = 1 << 14
    private static let noteSegment = 4
    private static let buildIDNote = 3

    /// - Source: System V ABI, "Program Header" and "Note Section", 64-bit objects.
    static func id(inELF file: UnsafeRawBufferPointer) -> [UInt8]? {
        guard file.count >= 64, file.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2]) else { return nil }
        func half(_ place: Int) -> Int {
            Int(file.loadUnaligned(fromByteOffset: place, as: UInt16.self))
        }
        func long(_ place: Int) -> Int? {
            Int(exactly: file.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        guard let table = long(32) else { return nil }
        let (size, count) = (half(54), half(56))
        guard size >= 56, table <= file.count - size * count else { return nil }
        for header in stride(from: table, to: table + size * count, by: size)
        where file.loadUnaligned(fromByteOffset: header, as: UInt32.self) == noteSegment {
            guard let start = long(header + 8), let length = long(header + 32),
                start <= file.count, length <= file.count - start
            else { continue }
            let notes = UnsafeRawBufferPointer(rebasing: file[start..<start + length])
            if let id = id(inNotes: notes) { return id }
        }
        return nil
    }

    /// Notes follow each other: sizes of name and content, type, name, content, in whole words.
    private static func id(inNotes notes: UnsafeRawBufferPointer) -> [UInt8]? {
        func word(_ place: Int) -> Int {
            Int(notes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        }
        var place = 0
        while place + 12 <= notes.count {
            let name = place + 12
            let content = name + (word(place) + 3) / 4 * 4
            let end = content + word(place + 4)
            guard end <= notes.count else { return nil }
            if word(place + 8) == buildIDNote, notes[name..<content].elementsEqual("GNU\0".utf8) {
                return Array(notes[content..<end])
            }
            place = content + (word(place + 4) + 3) / 4 * 4
        }
        return nil
    }
}
