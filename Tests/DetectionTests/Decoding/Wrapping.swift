/// A form in which a secret may stand, and texts that hold one in it.
struct Wrapping: Sendable, CustomStringConvertible {
    let name: String
    /// Texts by context; the secret's text starts on the third line of each.
    let texts: @Sendable ([UInt8]) -> [(context: String, text: [UInt8])]
    /// Why blocks of several lines are not put into it.
    var noBlocks: String?

    var description: String { name }

    /// A form of the value alone, in code and in configuration.
    static func of(
        _ name: String, noBlocks: String? = nil, code: String = "const token = \"",
        close: String = "\";",
        _ encode: @escaping @Sendable ([UInt8]) -> String
    ) -> Wrapping {
        Wrapping(
            name: name,
            texts: { value in
                let encoded = encode(value)
                return [
                    ("alone", "first\nsecond\n" + encoded + "\n"),
                    ("in code", "// first\nuse(it);\n\(code)\(encoded)\(close)\nrun(token);\n"),
                    ("in config", "name: shop\nports: [80]\ntoken: \(encoded)\nreplicas: 2\n"),
                ].map { ($0, Array($1.utf8)) }
            }, noBlocks: noBlocks)
    }

    /// Texts that are written out.
    static func texts(
        _ name: String, noBlocks: String? = nil,
        _ make: @escaping @Sendable ([UInt8]) -> [(String, String)]
    ) -> Wrapping {
        Wrapping(
            name: name, texts: { value in make(value).map { ($0, Array($1.utf8)) } },
            noBlocks: noBlocks)
    }

    /// A value in two parts, cut behind its prefix or within.
    static func halves(_ value: [UInt8], _ cut: Int = 9) -> (String, String) {
        (
            String(decoding: value.prefix(cut), as: UTF8.self),
            String(decoding: value.dropFirst(cut), as: UTF8.self)
        )
    }

    private static let oneLine = "a literal of one line cannot hold line ends"
    private static func text(_ value: [UInt8]) -> String { String(decoding: value, as: UTF8.self) }

    static let all: [Wrapping] =
        encoded + escaped + pieces + dumps + toolDumps + parts

    private static let encoded: [Wrapping] = [
        .of("base64") { TestEncoding.base64($0) },
        .of("base64url") { TestEncoding.base64($0, isURLSafe: true) },
        .of("base64 twice") { TestEncoding.base64(Array(TestEncoding.base64($0).utf8)) },
        .of("data URI") { "data:text/plain;base64," + TestEncoding.base64($0) },
        .of("hexadecimal") { TestEncoding.hex($0) },
        .of("hexadecimal with 0x") { "0x" + TestEncoding.hex($0, isUpper: true) },
        .of("base64 of UTF-16") { value in
            TestEncoding.base64(value.flatMap { [$0, 0] })
        },
        .of("base64 within URL encoding") {
            TestEncoding.percentAll(Array(TestEncoding.base64($0).utf8))
        },
        .texts("base64 in a Kubernetes Secret") { value in
            [
                ("in config", "kind: Secret\ndata:\n  token: \(TestEncoding.base64(value))\n"),
                (
                    "kind last",
                    "data:\n  other: eA==\n  token: \(TestEncoding.base64(value))\nkind: Secret\n"
                ),
            ]
        },
        .texts("base64 of a file of settings") { value in
            let file = TestEncoding.base64(
                Array("[default]\nregion = eu\nkey = ".utf8) + value + [0x0A])
            return [("in config", "a: 1\nb: 2\nconfig: \(file)\nc: 3\n")]
        },
        .texts("base64 at 64 columns") { value in
            let body = TestEncoding.wrapped(
                TestEncoding.base64(
                    Array("a head of a file\n".utf8)
                        + value), 64, "")
            return [("in code", "x\ny\n\(body)\n")]
        },
        .texts("base64 at 76 columns, indented") { value in
            let body = TestEncoding.wrapped(
                TestEncoding.base64(
                    Array("x: ".utf8) + value
                        + Array(
                            "\nmore: what stands below it in the file, for some more lines\n".utf8)),
                76, "    ")
            return [("in config", "x: 1\ndata: |\n\(body)\ny: 2\n")]
        },
        .texts("gzip in base64") { value in
            [("in config", "a: 1\nb: 2\nc: \(TestEncoding.base64(TestEncoding.gzip(value)))\n")]
        },
        .texts("zlib in base64") { value in
            [("in config", "a: 1\nb: 2\nc: \(TestEncoding.base64(TestEncoding.zlib(value)))\n")]
        },
    ]

    private static let escaped: [Wrapping] = [
        .of("URL encoding of signs") { "q%3D" + TestEncoding.percentSigns($0) },
        .of("URL encoding of all") { TestEncoding.percentAll($0) },
        .of("escapes \\x") { value in value.map { "\\x" + TestEncoding.hex([$0]) }.joined() },
        .of("escapes \\u") { value in value.map { "\\u00" + TestEncoding.hex([$0]) }.joined() },
        .of("escapes \\u{}") { value in
            value.map { "\\u{" + TestEncoding.hex([$0]) + "}" }.joined()
        },
        .of("escapes in octal") { value in value.map { TestEncoding.octal($0) }.joined() },
        .of("some escapes \\u") {
            TestEncoding.someEscaped($0) { "\\u00" + TestEncoding.hex([$0]) }
        },
        .of("entities in decimal") { value in value.map { "&#\($0);" }.joined() },
        .of("entities in hexadecimal") { value in
            value.map { "&#x" + TestEncoding.hex([$0]) + ";" }.joined()
        },
        .of("some entities") { TestEncoding.someEscaped($0) { "&#\($0);" } },
        .texts("named entities") { value in
            let text = TestEncoding.named(value)
            return [
                ("in XML", "<a>\n<b>\n<c key=\"&quot;\(text)&quot;\"/>\n"),
                ("in HTML", "<p>\n<p>\n&lt;token&gt;\(text)&lt;/token&gt;\n"),
            ]
        },
        .texts("quoted-printable", noBlocks: "mail bodies keep the line ends of a key") { value in
            let text = TestEncoding.quotedPrintable(Array("your key is: ".utf8) + value)
            return [("in a mail", "Subject: x\n\n\(text)\n\nbye\n")]
        },
    ]

    private static let pieces: [Wrapping] = [
        joined("joined by +", "const t = \"", "\" + \"", "\";"),
        joined("joined by .", "$t = '", "' . '", "';"),
        joined("joined by ..", "local t = \"", "\" .. \"", "\""),
        joined("joined by &", "t = \"", "\" & \"", "\""),
        joined("adjacent literals", "t = (\"", "\" \"", "\")"),
        joined("joined over lines by + at the end", "const t = \"", "\" +\n    \"", "\";"),
        joined("joined over lines by + at the start", "const t = \"", "\"\n    + \"", "\";"),
        joined("adjacent literals over lines", "t = (\"", "\"\n     \"", "\")"),
        joined("join in JavaScript", "const t = [\"", "\", \"", "\"].join(\"\");"),
        joined("join in Python", "t = \"\".join([\"", "\", \"", "\"])"),
        joined("implode", "$t = implode('', ['", "', '", "']);"),
        joined("String.concat", "String t = \"", "\".concat(\"", "\");"),
        joined("continued by a backslash", "TOKEN=", "\\\n", ""),
        joined("continued in properties", "token=", "\\\n    ", ""),
        joined("continued by a backtick", "$t = ", "`\n", ""),
        joined("continued by a caret", "set TOKEN=", "^\n", ""),
        joined("continued in a literal", "char *t = \"", "\\\n", "\";"),
        .texts("prefix as a constant", noBlocks: oneLine) { value in
            let (head, tail) = halves(value, 5)
            return [
                ("in Python", "PREFIX = \"\(head)\"\n\nt = f\"{PREFIX}\(tail)\"\n"),
                ("in JavaScript", "const PREFIX = '\(head)';\n\nconst t = `${PREFIX}\(tail)`;\n"),
                ("in Ruby", "PREFIX = '\(head)'\n\nt = \"#{PREFIX}\(tail)\"\n"),
                (
                    "in Java",
                    "static final String PREFIX = \"\(head)\";\n\nString t = PREFIX + \"\(tail)\";\n"
                ),
                ("in shell", "PREFIX=\(head)\n\nTOKEN=\"${PREFIX}\(tail)\"\n"),
            ]
        },
        .texts("block scalars") { value in
            let body = TestEncoding.indented(value, "  ")
            return [
                ("literal", "a: 1\ntoken: |\n\(body)\nb: 2\n"),
                ("folded", "a: 1\ntoken: >-\n\(body)\nb: 2\n"),
                ("later document", "---\n---\n\(TestEncoding.indented(value, ""))\n"),
            ]
        },
        .texts("heredoc") { value in [("in shell", "x\ncat <<EOF\n\(text(value))\nEOF\n")] },
        .texts("escaped line ends") { value in
            let text = text(value).replacing("\n", with: "\\n")
            return [
                ("in JSON", "{\n\"a\": 1,\n\"key\": \"\(text)\"\n}\n"),
                (
                    "in JSON in JSON",
                    "x\ny\n\"{\\\"key\\\": \\\"\(text.replacing("\\", with: "\\\\"))\\\"}\"\n"
                ),
            ]
        },
    ]

    private static func joined(
        _ name: String, _ open: String, _ seam: String, _ close: String
    ) -> Wrapping {
        .texts(name, noBlocks: oneLine) { value in
            let (head, tail) = halves(value)
            let middle = tail.index(tail.startIndex, offsetBy: tail.count / 2)
            return [
                ("two parts", "first\nsecond\n\(open)\(head)\(seam)\(tail)\(close)\nmore\n"),
                (
                    "three parts",
                    "first\nsecond\n\(open)\(head)\(seam)\(tail[..<middle])\(seam)\(tail[middle...])\(close)\nmore\n"
                ),
            ]
        }
    }

    private static let dumps: [Wrapping] = [
        list("bytes in hexadecimal", "0x", 16),
        list("bytes in decimal", "", 10),
        .texts("characters in a list") { value in
            let items = value.map { byte -> String in
                byte == 0x0A ? "'\\n'" : "'\(Character(Unicode.Scalar(byte)))'"
            }.joined(separator: ", ")
            return [("in code", "int a;\nint b;\nchar t[] = {\(items)};\n")]
        },
        .texts("xxd") { value in [("alone", "x\ny\n" + TestEncoding.xxd(value))] },
        .texts("hexdump -C") { value in [("alone", "x\ny\n" + TestEncoding.hexdump(value))] },
    ]

    private static func list(_ name: String, _ prefix: String, _ radix: Int) -> Wrapping {
        .texts(name) { value in
            let items = value.map { prefix + String($0, radix: radix) }
            let lines = stride(from: 0, to: items.count, by: 12).map {
                items[$0..<min(items.count, $0 + 12)].joined(separator: ", ")
            }
            return [
                ("on one line", "int a;\nint b;\nbyte t[] = {\(items.joined(separator: ", "))};\n"),
                (
                    "on many lines",
                    "int a;\nbyte t[] = {\n    \(lines.joined(separator: ",\n    "))\n};\n"
                ),
                ("without blanks", "a\nb\nt = bytes([\(items.joined(separator: ","))])\n"),
            ]
        }
    }
}
