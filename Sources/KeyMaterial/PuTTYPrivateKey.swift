/// Reads PuTTY's key files of version 2 and 3 (PuTTY user manual, appendix C).
enum PuTTYPrivateKey {
    /// Whether the text begins as such a file.
    static func isPuTTY(_ text: ArraySlice<UInt8>) -> Bool {
        text.starts(with: "PuTTY-User-Key-File-".utf8)
    }

    static func read(
        _ text: ArraySlice<UInt8>, limits: KeyMaterialLimits
    ) throws(KeyMaterialError) -> PrivateKeyInfo {
        let lines = PEMLines.split(text)
        guard lines.count <= limits.maxItems else {
            throw KeyMaterialError(.tooLarge, "the key file has too many lines")
        }
        guard let head = lines.first, let algorithm = value(of: head),
            head.starts(with: "PuTTY-User-Key-File-2".utf8)
                || head.starts(with: "PuTTY-User-Key-File-3".utf8)
        else { throw KeyMaterialError(.badStructure, "the version of the key file is unknown") }
        guard let encryption = field("Encryption", in: lines) else {
            throw KeyMaterialError(.truncated, "the key file does not say how it is encrypted")
        }
        guard let publicBlob = try blob("Public-Lines", in: lines),
            let privateBlob = try blob("Private-Lines", in: lines), !privateBlob.isEmpty
        else { throw KeyMaterialError(.truncated, "the key file is cut off") }
        let named = KeyAlgorithm.sshKind(algorithm[...])
        guard let found = KeyAlgorithm.sshBits(ofPublicKey: publicBlob[...]),
            found.kind == named.kind
        else {
            throw KeyMaterialError(.inconsistent, "public part and head differ in type")
        }
        return PrivateKeyInfo(
            kind: found.kind, format: .putty, bits: found.bits,
            isEncrypted: !encryption.elementsEqual("none".utf8))
    }

    /// The public key of a file, which no passphrase hides.
    static func publicBlob(_ text: ArraySlice<UInt8>, limits: KeyMaterialLimits) -> [UInt8]? {
        let lines = PEMLines.split(text)
        guard lines.count <= limits.maxItems else { return nil }
        return (try? blob("Public-Lines", in: lines)) ?? nil
    }

    /// What stands after `: ` of a line.
    private static func value(of line: [UInt8]) -> [UInt8]? {
        line.firstIndex(of: UInt8(ascii: ":")).map { colon in
            Array(line[(colon + 1)...].drop { $0 == UInt8(ascii: " ") })
        }
    }

    private static func index(of name: StaticString, in lines: [[UInt8]]) -> Int? {
        name.withUTF8Buffer { bytes in
            lines.firstIndex {
                $0.starts(with: bytes) && $0.dropFirst(bytes.count).first == UInt8(ascii: ":")
            }
        }
    }

    private static func field(_ name: StaticString, in lines: [[UInt8]]) -> [UInt8]? {
        index(of: name, in: lines).flatMap { value(of: lines[$0]) }
    }

    /// The base64 lines that a field counts.
    private static func blob(
        _ name: StaticString, in lines: [[UInt8]]
    ) throws(KeyMaterialError) -> [UInt8]? {
        guard let index = index(of: name, in: lines), let text = value(of: lines[index]),
            text.count <= 6, let count = Int(String(decoding: text, as: UTF8.self)), count >= 0,
            count <= lines.count - index - 1
        else { return nil }
        let encoded = lines[(index + 1)..<(index + 1 + count)].flatMap { $0 }
        guard let decoded = Base64Decoding.decode(encoded) else {
            throw KeyMaterialError(.badBase64, "a section of the key file is not base64")
        }
        return decoded
    }
}
