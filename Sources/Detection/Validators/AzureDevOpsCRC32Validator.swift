/// Azure DevOps tokens of 52 base32 characters: bytes 2, 7, 8 and 22 of the 32 decoded ones hold
/// the CRC-32 of the other 28, XORed with a constant for users or applications.
///
/// The sources at hand do not say which of the four bytes is the most significant, so both orders
/// count: still only one random value in 2³⁰ passes.
struct AzureDevOpsCRC32Validator: Validator {
    static let name = "azure-devops-crc32"

    private static let checkPositions = [2, 7, 8, 22]
    private static let masks: [UInt32] = [0xE0B9_692D, 0x1019_F92E]

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.count == 52, let bytes = Base32Decoding.decode(value), bytes.count >= 32 else {
            return .unknown
        }
        var covered: [UInt8] = []
        var held: UInt32 = 0
        for (index, byte) in bytes.prefix(32).enumerated() {
            if Self.checkPositions.contains(index) {
                held = held << 8 | UInt32(byte)
            } else {
                covered.append(byte)
            }
        }
        let crc = CRC32.checksum(of: covered)
        let fits = Self.masks.contains { crc ^ $0 == held || crc ^ $0 == held.byteSwapped }
        return fits
            ? .proven("The CRC-32 within the token fits its other bytes.")
            // The sources name places and constants, no edition: a mismatch refutes nothing.
            : .unknown
    }
}
