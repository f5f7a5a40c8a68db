/// Sizes as people write them.
package enum ByteCount {
    /// Reads `1048576`, `512K`, `50MB`, `1GiB`; K, M and G are powers of 1,024.
    ///
    /// - Returns: `nil` for anything else, zero, or more than 1 TiB.
    package static func parse(_ text: String) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard let number = Int(digits), number > 0 else { return nil }
        let factor: Int
        switch text.dropFirst(digits.count).uppercased() {
        case "", "B": factor = 1
        case "K", "KB", "KIB": factor = 1 << 10
        case "M", "MB", "MIB": factor = 1 << 20
        case "G", "GB", "GIB": factor = 1 << 30
        default: return nil
        }
        let (size, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow || size > 1 << 40 ? nil : size
    }
}
