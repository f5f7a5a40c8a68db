import ScanModel

/// One entry of a tree, valid while the tree's bytes are borrowed.
struct TreeEntry {
    /// What the mode says the entry is, judged as git judges it: by the file type bits alone.
    enum Kind {
        case tree
        case blob
        case symbolicLink
        case gitlink

        init(mode: UInt32) {
            switch mode & 0o170000 {
            case 0o040000: self = .tree
            case 0o120000: self = .symbolicLink
            case 0o160000: self = .gitlink
            default: self = .blob
            }
        }
    }

    let mode: UInt32
    let name: UnsafeRawBufferPointer
    let id: ObjectID

    var kind: Kind { Kind(mode: mode) }

    /// Whether two entries hold the same thing in the same way; permission bits do not count.
    func isSameContent(as other: TreeEntry) -> Bool { id == other.id && kind == other.kind }

    /// Whether the name is one that git itself would refuse to check out.
    var isIrregular: Bool { TreeEntry.isIrregular(name) }

    /// Whether a name is one that git itself would refuse to check out.
    static func isIrregular(_ name: UnsafeRawBufferPointer) -> Bool {
        switch name.count {
        case 0: return true
        case 1: if name[0] == UInt8(ascii: ".") { return true }
        case 2: if name[0] == UInt8(ascii: "."), name[1] == UInt8(ascii: ".") { return true }
        case 4: if name.elementsEqual(".git".utf8) { return true }
        default: break
        }
        return name.contains(UInt8(ascii: "/"))
    }
}
