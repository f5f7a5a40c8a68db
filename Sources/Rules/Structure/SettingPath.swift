package import ScanModel

/// Where in a tree of settings values are looked for: `metadata.annotations.*`, `**.tls.enabled`.
///
/// Keys are compared by letters and digits alone and without case, so that one path finds
/// `storage_encrypted` of Terraform and `StorageEncrypted` of CloudFormation. Lists are passed
/// through: a step looks at each of their members. `*` within a key stands for any characters.
package struct SettingPath: Sendable, Equatable {
    /// One step down.
    package enum Step: Sendable, Equatable {
        /// The value of this key, as `SettingPath.folded` writes it.
        case key([UInt8])
        /// The value of a key that fits a glob, which is folded like keys are.
        case keyLike(NameGlob)
        /// The value of any key.
        case anyKey
        /// Any number of steps, none included.
        case anyDepth
    }

    package let steps: [Step]

    /// Steps parted by points; keys with points in them stand in double quotes.
    /// - Returns: `nil` for an empty step or an open quote. An empty text is the place itself.
    package init?(_ text: String) {
        var steps: [Step] = []
        var rest = text[...]
        while !rest.isEmpty {
            let part: Substring
            if rest.first == "\"" {
                guard let end = rest.dropFirst().firstIndex(of: "\"") else { return nil }
                part = rest[rest.index(after: rest.startIndex)..<end]
                rest = rest[rest.index(after: end)...]
                steps.append(.key(SettingPath.folded(part)))
            } else {
                part = rest.prefix { $0 != "." }
                rest = rest.dropFirst(part.count)
                switch part {
                case "*": steps.append(.anyKey)
                case "**": steps.append(.anyDepth)
                default:
                    let key = SettingPath.folded(part)
                    steps.append(
                        part.contains("*")
                            ? .keyLike(NameGlob(String(decoding: key, as: UTF8.self))) : .key(key))
                }
            }
            if part.isEmpty { return nil }
            if rest.first == "." {
                rest = rest.dropFirst()
                if rest.isEmpty { return nil }
            } else if !rest.isEmpty {
                return nil
            }
        }
        self.steps = steps
    }

    /// Whether `folded` would give these bytes for a key; without making them.
    package static func isSame(_ wanted: [UInt8], _ key: String) -> Bool {
        var place = 0
        for byte in key.utf8 where !isDropped(byte) {
            guard place < wanted.count, wanted[place] == lowered(byte) else { return false }
            place += 1
        }
        return place > 0 ? place == wanted.count : wanted.elementsEqual(key.utf8)
    }

    @inline(__always)
    private static func isDropped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
    }

    @inline(__always)
    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    /// The letters and digits of a key in lower case; the key itself, where it has none.
    package static func folded(_ key: some StringProtocol) -> [UInt8] {
        let bytes = key.utf8
        let folded = [UInt8](unsafeUninitializedCapacity: bytes.count) { folded, count in
            for byte in bytes where !isDropped(byte) {
                folded[count] = lowered(byte)
                count += 1
            }
        }
        return folded.isEmpty ? Array(bytes) : folded
    }

    /// A number that is the same for keys for which `folded` gives the same.
    package static func hash(_ key: String) -> UInt64 {
        var hash = seed
        var isEmpty = true
        for byte in key.utf8 where !isDropped(byte) {
            hash = mixed(hash, lowered(byte))
            isEmpty = false
        }
        return isEmpty ? key.utf8.reduce(seed) { mixed($0, $1) } : hash
    }

    /// The number of a key that is folded already.
    package static func hash(folded: [UInt8]) -> UInt64 { folded.reduce(seed) { mixed($0, $1) } }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
