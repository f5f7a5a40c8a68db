import Documents
import Testing

struct HCLReaderTests {
    typealias Case = OutlineCase

    static let cases: [Case] = [
        Case("", "{}"),
        Case("# only\n// comments\n/* here\n */\n", "{}"),
        Case("a = 1\nb = -2.5e-3\n", "{a: 1, b: -2.5e-3}"),
        Case("a = true # x\nb = false // y\nc = null /* z */\n", "{a: true, b: false, c: null}"),
        Case("a = \"text\"", "{a: \"text\"}"),
        Case("a = \"t\\n\\\"q\\\"\\\\\"", "{a: \"t\n\"q\"\\\"@\"t\\n\\\"q\\\"\\\\\"@}"),
        Case("a = \"\\u00e9\\U0001F511\"", "{a: \"é🔑\"@\"\\u00e9\\U0001F511\"@}"),
        Case("a = \"$${x} %%{y}\"", "{a: \"${x} %{y}\"@\"$${x} %%{y}\"@}"),
        Case("a = \"x-${aws_s3.b.id}\"", "{a: <x-${aws_s3.b.id}>@\"x-${aws_s3.b.id}\"@}"),
        Case(
            "a = \"${f(\"in\", \"{}\")} %{ if x }y%{ endif }\"\nb = 1",
            "{a: <${f(\"in\", \"{}\")} %{ if x }y%{ endif }>@\"${f(\"in\", \"{}\")} %{ if x }y"
                + "%{ endif }\"@, b: 1}"),
        Case("a = [1, \"two\", [true]]", "{a: [1, \"two\", [true]]}"),
        Case("a = [\n  1, # one\n  2,\n]\n", "{a: [1, 2]}"),
        Case("a = { b = 1, \"c\" : 2 }", "{a: {b: 1, c: 2}}"),
        Case("a = {\n  b = 1\n  c = { d = 2 }\n}\n", "{a: {b: 1, c: {d: 2}}}"),
        Case("a = { (var.k) = 1, b.c = 2 }", "{a: {(var.k): 1, b.c: 2}}"),
        Case("a = {}\nb = []\n", "{a: {}, b: []}"),
        Case("block {\n}\n", "{block: {}}"),
        Case("block { a = 1 }", "{block: {a: 1}}"),
        Case(
            "resource \"aws_x\" \"b\" {\n  acl = \"private\"\n}\n",
            "{resource@resource \"aws_x\" \"b\"@: {aws_x: {b: {acl: \"private\"}}}}"),
        Case("job label {\n}\n", "{job@job label@: {label: {}}}"),
        Case("a {\n b {\n c = 1\n }\n b {\n c = 2\n }\n}", "{a: {b: {c: 1}, b: {c: 2}}}"),
        Case(
            "a = <<EOT\none\n two\nEOT\nb = 1", "{a: \"one\n two\n\"@<<EOT\none\n two\nEOT@, b: 1}"),
        Case(
            "a = <<-EOT\n    one\n      two\n    EOT\n",
            "{a: \"one\n  two\n\"@<<-EOT\n    one\n      two\n    EOT@}"),
        Case("a = <<E\n${x}\nE\n", "{a: <${x}\n>@<<E\n${x}\nE@}"),
        Case("a = <<E\n{\"b\": 1}\nE\n", "{a: \"{\"b\": 1}\n\"@<<E\n{\"b\": 1}\nE@}"),
        Case("a = [<<E\nx\nE\n, 2]", "{a: [\"x\n\"@<<E\nx\nE@, 2]}"),
        Case("a = var.x", "{a: <var.x>}"),
        Case("a = x ? \"b\" : \"c\" # d\ne = 1", "{a: <x ? \"b\" : \"c\">, e: 1}"),
        Case("a = f(\n  1,\n  { b = 2 }\n)\nc = 3", "{a: <f(\n  1,\n  { b = 2 }\n)>, c: 3}"),
        Case("a = [for x in y : x.id if x.ok]", "{a: <[for x in y : x.id if x.ok]>}"),
        Case("a = {for k, v in y : k => v}", "{a: <{for k, v in y : k => v}>}"),
        Case("a = {\n for = 1\n}", "{a: {for: 1}}"),
        Case("a = x.*.id\nb = x[*].id[0]", "{a: <x.*.id>, b: <x[*].id[0]>}"),
        Case("a = [1, 2][0]\nb = {c = 1}.c", "{a: <[1, 2][0]>, b: <{c = 1}.c>}"),
        Case("a = \"b\" == \"c\"", "{a: <\"b\" == \"c\">}"),
        Case("a = !x && (y\n || z)\nb = 1", "{a: <!x && (y\n || z)>, b: 1}"),
        Case(
            "policy = jsonencode({\n Statement = [{ Effect = \"Allow\", Principal = \"*\" }]\n})",
            "{policy: !jsonencode {Statement: [{Effect: \"Allow\", Principal: \"*\"}]}}"),
        Case("a = toset([\"b\"])", "{a: !toset [\"b\"]}"),
        Case("a = jsonencode(merge(x, {}))", "{a: !jsonencode <merge(x, {})>}"),
        Case("a = tolist(1, 2)\nb = 1", "{a: <tolist(1, 2)>, b: 1}"),
        Case(
            "variable \"v\" {\n default = \"x\"\n}\na = var.v\nb = \"${var.v}\"",
            "{variable@variable \"v\"@: {v: {default: \"x\"}}, a: !resolved \"x\"@var.v@, "
                + "b: !resolved \"x\"@\"${var.v}\"@}"),
        Case(
            "locals {\n n = 1\n m = local.n\n}\na = local.m",
            "{locals: {n: 1, m: !resolved 1@local.n@}, a: !resolved 1@local.m@}"),
        Case(
            "locals {\n a = local.b\n b = local.a\n}",
            "{locals: {a: <local.b>, b: <local.a>}}"),
        Case(
            "locals {\n o = { p = { q = true } }\n}\na = local.o.p.q\nb = local.o[\"p\"].z",
            "{locals: {o: {p: {q: true}}}, a: !resolved true@local.o.p.q@, "
                + "b: <local.o[\"p\"].z>}"),
        Case(
            "variable \"v\" {\n default = null\n}\na = var.v",
            "{variable@variable \"v\"@: {v: {default: null}}, a: <var.v>}"),
        Case(
            "locals {\n p = \"v\"\n}\na = \"x-${local.p}-y\"\nb = \"${local.p}-${z.w}\"",
            "{locals: {p: \"v\"}, a: !resolved \"x-v-y\"@\"x-${local.p}-y\"@, "
                + "b: <${local.p}-${z.w}>@\"${local.p}-${z.w}\"@}"),
        Case(
            "r {\n dynamic \"setting\" {\n for_each = x\n content {\n a = 1\n }\n }\n}",
            "{r: {setting@dynamic \"setting\"@: !dynamic {a: 1}}}"),
        Case("count = var.on ? 1 : 0", "{count: <var.on ? 1 : 0>}"),
        Case("a = 1\r\nb {\r\n c = \"d\"\r\n}\r\n", "{a: 1, b: {c: \"d\"}}"),
        Case("\u{FEFF}a = 1", "{a: 1}"),
        Case(
            "path \"secret/*\" {\n capabilities = [\"read\"]\n}",
            "{path@path \"secret/*\"@: {secret/*: {capabilities: [\"read\"]}}}"),
        Case("\"quoted\" = 1", "{quoted: 1}"),
        Case("a = \"open\nb = 1", "{a: \"open\"@\"open@, b: 1}", faults: 1),
        Case("a {\n b = 1", "{a: {b: 1}}", faults: 1),
        Case("}\na = 1", "{a: 1}", faults: 1),
        Case("?? what\na = 1", "{a: 1}", faults: 1),
        Case("lonely\na = 1", "{a: 1}", faults: 1),
        Case("a = [1, 2\n}\nb = 1", "{a: [1, 2], b: 1}", faults: 1),
        Case("a = <<E\nx", "{a: \"x\"@<<E\nx@}", faults: 1),
        Case("a =\nb = 1", "{a: , b: 1}", faults: 1),
        Case("a = 1 /* open", "{a: 1}", faults: 1),
        Case("a = {\n  b {\n    c = 1\n  }\n}", "{a: {b: {c: 1}}}"),
        Case("a = { b }\nc = 1", "{a: {}, c: 1}", faults: 1),
    ]

    @Test(arguments: cases)
    func `reads what stands there`(_ sample: Case) {
        sample.check { HCLReader.read($0, limits: $1) }
    }

    @Test
    func `positions are lines and columns`() {
        let document = read("a {\n  b = \"c\"\n}") { HCLReader.read($0, limits: $1) }
        let entry = document.roots[0].value(of: "a")?.entry(of: "b")
        #expect(entry?.keyPosition == SourcePosition(line: 2, column: 3))
        #expect(entry?.value.position == SourcePosition(line: 2, column: 7))
    }

    @Test
    func `any part and any change of a file is read without a trap`() {
        let whole = Self.cases.map(\.text).joined(separator: "\n")
        HostileBytes.check(whole) { bytes in
            Self.check(HCLReader.read(bytes))
        }
    }

    static func check(_ document: Document) {
        for root in document.roots { #expect(root.span.upperBound >= 0) }
    }

    @Test
    func `depth, nodes and bytes are bounded`() {
        let deep = String(repeating: "a {\n", count: 70_000)
        #expect(read(deep) { HCLReader.read($0, limits: $1) }.faults.first?.code == .limit)
        let lists = "a = " + String(repeating: "[", count: 70_000)
        #expect(
            read(lists) { HCLReader.read($0, limits: $1) }.faults.contains { $0.code == .limit })
        let calls = "a = " + String(repeating: "toset(", count: 70_000)
        #expect(
            read(calls) { HCLReader.read($0, limits: $1) }.faults.contains { $0.code == .limit })
        var limits = DocumentLimits()
        limits.maxNodes = 100
        let many = String(repeating: "a = 1\n", count: 200)
        let few = read(many, limits: limits) { HCLReader.read($0, limits: $1) }
        #expect(few.faults.map(\.code) == [.limit])
        #expect((90...100).contains(few.roots[0].entries.count))
        limits.maxBytes = 60
        let short = read(many, limits: limits) { HCLReader.read($0, limits: $1) }
        #expect(short.faults.map(\.code) == [.limit])
        #expect(short.roots[0].entries.count == 10)
    }
}
