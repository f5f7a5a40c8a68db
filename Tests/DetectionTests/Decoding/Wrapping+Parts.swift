/// Tokens of which the parts stand on lines of their own or behind names, and keys whose lines do.
extension Wrapping {
    static let parts: [Wrapping] = joins + constants + keys

    private static let reason = "a literal of one line cannot hold line ends"

    /// Behind what all tokens of a kind begin with: a rule sees no token in less.
    private static func cut(_ value: [UInt8]) -> Int { value.count > 60 ? 24 : 12 }

    /// A value in two parts behind its prefix: `⟨1⟩` and `⟨2⟩`.
    private static func halved(
        _ name: String, _ texts: (String, String)...
    ) -> Wrapping {
        .texts(name, noBlocks: reason) { value in
            let (head, tail) = halves(value, cut(value))
            return texts.flatMap { context, text in
                let text = text.replacing("⟨1⟩", with: head).replacing("⟨2⟩", with: tail)
                return [
                    (context, text), (context + ", CRLF", text.replacing("\n", with: "\r\n")),
                ]
            }
        }
    }

    private static let joins: [Wrapping] = [
        halved(
            "join over lines",
            ("JavaScript", "a\nx = [\n  '⟨1⟩',\n  '⟨2⟩',\n].join('');\n"),
            ("Python", "a\nx = \"\".join([\n    \"⟨1⟩\",\n    \"⟨2⟩\",\n])\n"),
            ("tuple", "a\nx = ''.join((\n    '⟨1⟩',\n    '⟨2⟩'))\n"),
            ("PHP", "a\n$x = implode('', [\n  '⟨1⟩',\n  '⟨2⟩'\n]);\n"),
            ("Ruby", "a\nx = [\n  '⟨1⟩',\n  '⟨2⟩'\n].join\n"),
            ("Go", "a\nx := strings.Join([]string{\n\t\"⟨1⟩\",\n\t\"⟨2⟩\",\n}, \"\")\n"),
            ("Java", "a\nString.join(\"\",\n    \"⟨1⟩\",\n    \"⟨2⟩\");\n"),
            ("YAML", "x: !Join\n  - ''\n  - - '⟨1⟩'\n    - '⟨2⟩'\n"),
            ("JSON", "{\"Fn::Join\": [\"\", [\n\n\"⟨1⟩\",\n\"⟨2⟩\"\n]]}\n")),
        halved(
            "joined by a call",
            ("concat", "a\nb\nx = ''.concat('⟨1⟩', '⟨2⟩');\n"),
            ("CONCAT", "a\nb\nSELECT CONCAT('⟨1⟩', '⟨2⟩');\n"),
            ("String.Concat", "a\nb\nvar x = string.Concat(\"⟨1⟩\", \"⟨2⟩\");\n"),
            ("joined", "a\nb\nlet x = [\"⟨1⟩\", \"⟨2⟩\"].joined()\n"),
            ("concat!", "a\nx = concat!(\n    \"⟨1⟩\",\n    \"⟨2⟩\",\n);\n"),
            ("paste0", "a\nb\nx <- paste0(\"⟨1⟩\", \"⟨2⟩\")\n"),
            ("Sprintf", "a\nb\nx := fmt.Sprintf(\"%s%s\", \"⟨1⟩\", \"⟨2⟩\")\n"),
            ("format", "a\nb\nx = '{}{}'.format('⟨1⟩', '⟨2⟩')\n"),
            ("String::from", "a\nb\nlet x = String::from(\"⟨1⟩\") + \"⟨2⟩\";\n")),
        halved(
            "grown over lines",
            ("JavaScript", "a\nb\nlet x = '⟨1⟩';\nx += '⟨2⟩';\n"),
            ("Python", "a\nb\nx = \"⟨1⟩\"\nx += \"⟨2⟩\"\n"),
            ("PHP", "a\nb\n$x = '⟨1⟩';\n$x .= '⟨2⟩';\n"),
            ("Ruby", "a\nb\nx = '⟨1⟩'\nx << '⟨2⟩'\n"),
            ("shell", "a\nb\nx=\"⟨1⟩\"\nx+=\"⟨2⟩\"\n"),
            ("x = x + y", "a\nb\nx = '⟨1⟩'\nx = x + '⟨2⟩'\n"),
            ("StringBuilder", "a\nb\nnew StringBuilder(\"⟨1⟩\").append(\"⟨2⟩\");\n"),
            ("append", "a\nb\nsb.append(\"⟨1⟩\");\nsb.append(\"⟨2⟩\");\n"),
            ("chain", "a\nsb\n    .append(\"⟨1⟩\")\n    .append(\"⟨2⟩\");\n"),
            ("strcat", "a\nb\nstrcpy(x, \"⟨1⟩\");\nstrcat(x, \"⟨2⟩\");\n")),
        halved(
            "joined with something between",
            ("VB", "a\nb\nx = \"⟨1⟩\" & _\n    \"⟨2⟩\"\n"),
            ("PowerShell", "a\nb\n$x = \"⟨1⟩\" + `\n    \"⟨2⟩\"\n"),
            ("comment", "a\nb\nx = \"⟨1⟩\" + // first\n    \"⟨2⟩\";\n"),
            ("empty", "a\nb\nx = \"⟨1⟩\" + \"\" + \"⟨2⟩\";\n"),
            ("template", "a\nb\nx = `⟨1⟩` + `⟨2⟩`;\n"),
            ("quotes of shells", "a\nb\nX=\"⟨1⟩\"'⟨2⟩'\n")),
    ]

    private static let constants: [Wrapping] = [
        .texts("prefix behind a name", noBlocks: reason) { value in
            let (head, tail) = halves(value, cut(value))
            return [
                ("Swift", "let prefix = \"⟨1⟩\"\n\nlet x = \"\\(prefix)⟨2⟩\"\n"),
                ("one letter", "P = \"⟨1⟩\"\n\nx = f\"{P}⟨2⟩\"\n"),
                ("PHP", "$prefix = '⟨1⟩';\n\n$x = \"{$prefix}⟨2⟩\";\n"),
                ("member", "class A { static p = '⟨1⟩';\n\nx() { return `${A.p}⟨2⟩`; } }\n"),
                ("C#", "var prefix = \"⟨1⟩\";\n\nvar x = $\"{prefix}⟨2⟩\";\n"),
                ("Make", "P := ⟨1⟩\n\nX := $(P)⟨2⟩\n"),
                ("batch", "set P=⟨1⟩\n\nset X=%P%⟨2⟩\n"),
                ("shell", "P='⟨1⟩'\n\nX=\"$P\"⟨2⟩\n"),
                ("Terraform", "locals { p = \"⟨1⟩\" }\n\nx = \"${local.p}⟨2⟩\"\n"),
                ("macro", "#define P \"⟨1⟩\"\n\nchar *x = P \"⟨2⟩\";\n"),
                ("Sprintf", "const p = \"⟨1⟩\"\n\nx := fmt.Sprintf(\"%s⟨2⟩\", p)\n"),
                ("concat", "const P = '⟨1⟩';\n\nconst x = P.concat('⟨2⟩');\n"),
                ("entity", "<!DOCTYPE a [<!ENTITY p \"⟨1⟩\">]>\n\n<x>&p;⟨2⟩</x>\n"),
                ("properties", "p=⟨1⟩\n\nx=${p}⟨2⟩\n"),
            ].map {
                ($0.0, $0.1.replacing("⟨1⟩", with: head).replacing("⟨2⟩", with: tail))
            }
        }
    ]

    /// Forms of blocks alone: a token on one line has nothing of them.
    private static let keys: [Wrapping] = [
        key("printed line by line", "echo \"", "\" >> key.pem"),
        key("appended line by line", "    out.append(\"", "\\n\");"),
        key("joined with line ends", "  + \"", "\\n\""),
        key("joined at the end of lines", "    '", "\\n' +"),
        key("in comments of SQL", "-- ", ""),
        key("in comments of batch files", "REM ", ""),
        key("removed in a comparison", "-", ""),
        key("indented in a comparison", "+    ", ""),
        key("items of a list", "  - ", ""),
        key("broken by HTML", "", "<br />"),
        key("with numbers of lines", "  7 | ", ""),
        key("with carriage returns of XML", "", "&#13;"),
    ]

    private static func key(_ name: String, _ before: String, _ after: String) -> Wrapping {
        .texts("a key \(name)") { value in
            let lines = String(decoding: value, as: UTF8.self).split(separator: "\n")
            guard lines.count > 1 else { return [] }
            return [
                ("alone", "a\nb\n" + lines.map { before + $0 + after + "\n" }.joined() + "c\n")
            ]
        }
    }
}
