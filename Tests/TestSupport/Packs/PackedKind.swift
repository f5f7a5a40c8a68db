/// The kinds of git object, with their numbers in packs.
package enum PackedKind: String, Sendable, CaseIterable {
    case commit
    case tree
    case blob
    case tag

    /// The number in the header of a pack entry.
    var number: UInt8 {
        switch self {
        case .commit: 1
        case .tree: 2
        case .blob: 3
        case .tag: 4
        }
    }

    /// What stands before the content when an object is hashed or stored loose.
    package func header(byteCount: Int) -> [UInt8] { Array("\(rawValue) \(byteCount)\0".utf8) }
}
