import Documents
import Testing

struct XMLReaderTests {
    typealias Case = OutlineCase

    static let cases: [Case] = [
        Case("", "{}"),
        Case("<a/>", "{a: }"),
        Case("<a></a>", "{a: }"),
        Case("<a>text</a>", "{a: text}"),
        Case("<a> \n text \n </a>", "{a: text}"),
        Case("<a>1</a>\n", "{a: 1}"),
        Case("<a b=\"c\"/>", "{a: {@b@b@: \"c\"}}"),
        Case("<a b='c'></a>", "{a: {@b@b@: \"c\"}}"),
        Case("<a b = \"c\" d='e' />", "{a: {@b@b@: \"c\", @d@d@: \"e\"}}"),
        Case("<a b=\"c\">d</a>", "{a: {@b@b@: \"c\", #text@d@: d}}"),
        Case("<a><b>1</b><c>2</c></a>", "{a: {b: 1, c: 2}}"),
        Case("<a><b>1</b><b>2</b></a>", "{a: {b: 1, b: 2}}"),
        Case("<a><b><c><d/></c></b></a>", "{a: {b: {c: {d: }}}}"),
        Case("<a>x<b/>y</a>", "{a: {b: , #text@x<b/>y@: xy@x<b/>y@}}"),
        Case("<?xml version=\"1.0\"?>\n<a/>", "{a: }"),
        Case("<!-- c --><a><!-- <b/> -->x</a>", "{a: x}"),
        Case("<a>x<!-- -->y</a>", "{a: xy@x<!-- -->y@}"),
        Case("<a><?p i?></a>", "{a: }"),
        Case("<a><![CDATA[<b>&amp;]]></a>", "{a: \"<b>&amp;\"@<b>&amp;@}"),
        Case("<a>&lt;&gt;&amp;&quot;&apos;</a>", "{a: <>&\"'@&lt;&gt;&amp;&quot;&apos;@}"),
        Case("<a>&#65;&#x42;</a>", "{a: AB@&#65;&#x42;@}"),
        Case("<a>&#x1F511;</a>", "{a: 🔑@&#x1F511;@}"),
        Case("<a>&other; & &#0; &#xD800;</a>", "{a: &other; & &#0; &#xD800;}"),
        Case("<a b=\"&lt;x&gt;\"/>", "{a: {@b@b@: \"<x>\"@\"&lt;x&gt;\"@}}"),
        Case("<!DOCTYPE a SYSTEM \"x.dtd\"><a/>", "{a: }"),
        Case("<!DOCTYPE a [<!ELEMENT a (b)>]><a/>", "{a: }"),
        Case("<!DOCTYPE a [<!ENTITY e \"f>\">]><a>&e;</a>", "{a: &e;}", faults: 1),
        Case("<n:a xmlns:n=\"u\" n:b=\"c\"/>", "{a@n:a@: {@b@n:b@: \"c\"}}"),
        Case("<a xmlns=\"u\"><b/></a>", "{a: {b: }}"),
        Case("<n:a><m:b>1</m:b></n:a>", "{a@n:a@: {b@m:b@: 1}}"),
        Case("<a>${x}</a>", "{a: <${x}>}"),
        Case(
            "<a b=\"#{x}\" c=\"$(y)\"/>", "{a: {@b@b@: <#{x}>@\"#{x}\"@, @c@c@: <$(y)>@\"$(y)\"@}}"),
        Case("\u{FEFF}<a/>", "{a: }"),
        Case("<a>\r\n<b>1</b>\r\n</a>", "{a: {b: 1}}"),
        Case("<é.ü-1>x</é.ü-1>", "{é.ü-1: x}"),
        Case("<a b=\"1\" b=\"2\"/>", "{a: {@b@b@: \"1\", @b@b@: \"2\"}}"),
        Case("<add key=\"k\" value=\"v\"/>", "{add: {@key@key@: \"k\", @value@value@: \"v\"}}"),
        Case("<a b=\"x\ny\"/>", "{a: {@b@b@: \"x\ny\"}}"),
        Case("<a b=\"c>d\"/>", "{a: {@b@b@: \"c>d\"}}"),
        Case("<a/><b/>", "{a: , b: }"),
        Case("<a><b>1</a>", "{a: {b: 1}}", faults: 1),
        Case("<a><b>1</b>", "{a: {b: 1}}", faults: 1),
        Case("<a></c></a>", "{a: }", faults: 1),
        Case("<a><b><c></b>2</a>", "{a: {b: {c: }, #text@2@: 2}}", faults: 1),
        Case("<a b=c/>", "{a: {@b@b@: c/}}", faults: 2),
        Case("<a b>1</a>", "{a: 1}", faults: 1),
        Case("<a b=\"c", "{a: {@b@b@: \"c\"@\"c@}}", faults: 3),
        Case("<a <b/></a>", "{a: {b: }}", faults: 1),
        Case("<a>1 < 2</a>", "{a: 1 < 2}", faults: 1),
        Case("text <a/>", "{a: }", faults: 1),
        Case("<a>x<!-- open", "{a: x}", faults: 2),
        Case("<a><![CDATA[x", "{a: \"x\"@x@}", faults: 2),
        Case("<a b=\"1\"c=\"2\"/>", "{a: {@b@b@: \"1\", @c@c@: \"2\"}}", faults: 1),
        Case("<!DOCTYPE a [", "{}", faults: 1),
    ]

    @Test(arguments: cases)
    func `reads what stands there`(_ sample: Case) {
        let document = sample.check { XMLReader.read($0, limits: $1) }
        #expect(document.roots.allSatisfy { TreeOutline(sample.text).isNested($0) })
    }

    @Test
    func `a property list is a mapping`() {
        let text =
            "<plist version=\"1.0\"><dict><key>A</key><true/><key>B</key><array><string>x</string>"
            + "<integer>2</integer></array><key>C</key><dict><key>D</key><false/></dict></dict>"
            + "</plist>"
        let document = read(text) { XMLReader.read($0, limits: $1) }
        #expect(
            PropertyList.view(of: document).map { TreeOutline(text)($0) }
                == "{A: true, B: [\"x\"@x@, 2], C: {D: false}}")
    }

    @Test
    func `any part and any change of a file is read without a trap`() {
        HostileBytes.check(Self.cases.map(\.text).joined(separator: "\n")) { bytes in
            _ = PropertyList.view(of: XMLReader.read(bytes))
        }
    }

    @Test
    func `depth, nodes and bytes are bounded`() {
        let deep = String(repeating: "<a>", count: 70_000)
        #expect(
            read(deep) { XMLReader.read($0, limits: $1) }.faults.map(\.code) == [.limit, .syntax])
        let closed =
            "<b>" + String(repeating: "<a>", count: 100)
            + String(repeating: "</a>", count: 100) + "<c>1</c></b>"
        let document = read(closed) { XMLReader.read($0, limits: $1) }
        #expect(document.faults.map(\.code) == [.limit])
        #expect(document.roots[0].value(at: "b", "c")?.text == "1")
        var limits = DocumentLimits()
        limits.maxNodes = 10
        let many = read(String(repeating: "<a/>", count: 50), limits: limits) {
            XMLReader.read($0, limits: $1)
        }
        #expect(many.faults.map(\.code) == [.limit])
        #expect(many.roots[0].entries.count == 10)
        limits.maxBytes = 8
        let short = read("<a/><a/><a/>", limits: limits) { XMLReader.read($0, limits: $1) }
        #expect(short.faults.map(\.code) == [.limit])
        #expect(short.roots[0].entries.count == 2)
    }
}
