/// What `od`, `hexdump` and `xxd` print, beside the forms in `Wrapping.all`.
extension Wrapping {
    static let toolDumps: [Wrapping] = [
        dump("hexdump") { row, start in
            words(row, 2) { TestEncoding.hex([UInt8($0 >> 8), UInt8($0 & 255)]) }
                .joined(separator: " ").prefixed(offset(start, 16, 7) + " ")
        },
        dump("hexdump -x") { row, start in
            words(row, 2) { TestEncoding.hex([UInt8($0 >> 8), UInt8($0 & 255)]) }
                .joined(separator: "    ").prefixed(offset(start, 16, 7) + "    ")
        },
        dump("hexdump -b") { row, start in
            row.map { digits(Int($0), 8, 3) }.joined(separator: " ")
                .prefixed(offset(start, 16, 7) + " ")
        },
        dump("hexdump -d") { row, start in
            words(row, 2) { digits($0, 10, 5) }.joined(separator: "   ")
                .prefixed(offset(start, 16, 7) + "   ")
        },
        dump("od") { row, start in
            words(row, 2) { digits($0, 8, 6) }.joined(separator: " ")
                .prefixed(offset(start, 8, 7) + " ")
        },
        dump("od -c") { row, start in
            row.map { $0 == 0x0A ? " \\n" : "  " + String(Character(Unicode.Scalar($0))) }
                .joined(separator: " ").prefixed(offset(start, 8, 7) + " ")
        },
        dump("od -a") { row, start in
            row.map {
                $0 == 0x0A
                    ? " nl" : $0 == 0x20 ? " sp" : "  " + String(Character(Unicode.Scalar($0)))
            }.joined(separator: " ").prefixed(offset(start, 8, 7) + " ")
        },
        dump("od -t x1") { row, start in
            row.map { TestEncoding.hex([$0]) }.joined(separator: " ")
                .prefixed(offset(start, 8, 7) + " ")
        },
        dump("od -An -tx1") { row, _ in
            row.map { TestEncoding.hex([$0]) }.joined(separator: " ").prefixed(" ")
        },
        dump("od -A x -t x1z") { row, start in
            let bytes = row.map { TestEncoding.hex([$0]) }.joined(separator: " ")
            let shown = row.map { $0 == 0x0A ? "." : String(Character(Unicode.Scalar($0))) }
            return offset(start, 16, 6) + " " + bytes + "  >" + shown.joined() + "<"
        },
        dump("od -t x4") { row, start in
            words(row, 4) { digits($0, 16, 8) }.joined(separator: " ")
                .prefixed(offset(start, 8, 7) + " ")
        },
        dump("xxd -g1") { row, start in
            row.map { TestEncoding.hex([$0]) }.joined(separator: " ")
                .prefixed(offset(start, 16, 8) + ": ") + "  ."
        },
        dump("xxd -b", columns: 6) { row, start in
            row.map { digits(Int($0), 2, 8) }.joined(separator: " ")
                .prefixed(offset(start, 16, 8) + ": ") + "  ."
        },
        .texts("xxd -p") { value in
            [("alone", "x\ny\n" + TestEncoding.wrapped(TestEncoding.hex(value), 60, "") + "\n")]
        },
        .texts("xxd -i") { value in
            let items = value.map { "0x" + TestEncoding.hex([$0]) }
            let lines = stride(from: 0, to: items.count, by: 8).map {
                "  " + items[$0..<min(items.count, $0 + 8)].joined(separator: ", ")
            }
            return [
                ("in C", "x\nunsigned char k[] = {\n" + lines.joined(separator: ",\n") + "\n};\n")
            ]
        },
        .of("pairs of digits") { value in
            value.map { TestEncoding.hex([$0]) }.joined(separator: " ")
        },
        .of("pairs of capital digits") { value in
            value.map { TestEncoding.hex([$0], isUpper: true) }.joined(separator: " ")
        },
    ]

    private static func dump(
        _ name: String, columns: Int = 16, _ line: @escaping @Sendable ([UInt8], Int) -> String
    ) -> Wrapping {
        .texts(name) { value in
            // Words of four bytes are whole in all kinds.
            let padded = value + [UInt8](repeating: 0x0A, count: 4 - value.count % 4)
            let lines = stride(from: 0, to: padded.count, by: columns).map {
                line(Array(padded[$0..<min(padded.count, $0 + columns)]), $0)
            }
            return [
                ("alone", "x\ny\n" + lines.joined(separator: "\n") + "\n"),
                ("CRLF", "x\r\ny\r\n" + lines.joined(separator: "\r\n") + "\r\n"),
            ]
        }
    }

    /// Numbers of some bytes each, the low byte first.
    private static func words(
        _ row: [UInt8], _ size: Int, _ text: (Int) -> String
    ) -> [String] {
        stride(from: 0, to: row.count, by: size).map { start in
            text(
                row[start..<min(row.count, start + size)].reversed().reduce(0) { $0 << 8 | Int($1) }
            )
        }
    }

    private static func digits(_ value: Int, _ radix: Int, _ width: Int) -> String {
        let text = String(value, radix: radix)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static func offset(_ value: Int, _ radix: Int, _ width: Int) -> String {
        digits(value, radix, width)
    }
}

extension String {
    fileprivate func prefixed(_ head: String) -> String { head + self }
}
