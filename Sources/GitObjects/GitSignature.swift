package import ScanModel

/// Who made a commit or tag, and when, as recorded. Every field may be forged.
package struct GitSignature: Hashable, Sendable {
    /// The name, decoded with replacement characters where it is not UTF-8.
    package let name: String
    /// The e-mail, likewise.
    package let email: String
    package let time: Timestamp

    package init(name: String, email: String, time: Timestamp) {
        self.name = name
        self.email = email
        self.time = time
    }

    /// Reads `Name <email> seconds offset`; parts that are missing or malformed are empty or zero.
    init(line: UnsafeRawBufferPointer) {
        // The last `>` ends the address, as in git's `split_ident_line`: names may hold brackets.
        let close = line.lastIndex(of: UInt8(ascii: ">"))
        let open = line[..<(close ?? line.endIndex)].firstIndex(of: UInt8(ascii: "<"))
        var nameBytes = line[..<(open ?? close ?? line.endIndex)]
        while nameBytes.last == UInt8(ascii: " ") { nameBytes.removeLast() }
        name = String(decoding: nameBytes, as: UTF8.self)
        if let open, let close {
            email = String(decoding: line[(open + 1)..<close], as: UTF8.self)
        } else {
            email = ""
        }
        var rest = line[(close.map { $0 + 1 } ?? line.endIndex)...]
        while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
        let seconds = GitSignature.number(&rest)
        while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
        let hoursAndMinutes = GitSignature.number(&rest)
        let magnitude = hoursAndMinutes.magnitude
        let minutes =
            magnitude <= 9999 ? Int(magnitude / 100) * 60 + Int(magnitude % 100) : 0
        time = Timestamp(
            secondsSince1970: seconds, offsetMinutes: hoursAndMinutes < 0 ? -minutes : minutes)
    }

    /// Reads an optionally signed decimal number, zero when there is none or it does not fit.
    static func number(_ text: inout Slice<UnsafeRawBufferPointer>) -> Int64 {
        var isNegative = false
        if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            text.removeFirst()
        }
        var value: Int64 = 0
        var isTooLarge = false
        while let digit = text.first, digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") {
            let (product, productOverflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, sumOverflow) = product.addingReportingOverflow(
                Int64(digit - UInt8(ascii: "0")))
            isTooLarge = isTooLarge || productOverflow || sumOverflow
            value = sum
            text.removeFirst()
        }
        if isTooLarge { return 0 }
        return isNegative ? -value : value
    }
}
