import Documents
import Testing

struct DockerfileReaderTests {
    typealias Case = OutlineCase

    static let cases: [Case] = [
        Case("", "{}"),
        Case("# only\n\n", "{}"),
        Case("FROM alpine:3 AS a\n", "{FROM: alpine:3 AS a}"),
        Case("from alpine", "{FROM@from@: alpine}"),
        Case("FROM a\nRUN apk add x\n", "{FROM: a, RUN: apk add x}"),
        Case("RUN a \\\n  && b\n", "{RUN: a   && b@a \\\n  && b@}"),
        Case("RUN a \\\n# c\n\n  b\nUSER x", "{RUN: a   b@a \\\n# c\n\n  b@, USER: x}"),
        Case("RUN a \\  \r\n b\r\nUSER x\r\n", "{RUN: a  b@a \\  \r\n b@, USER: x}"),
        Case("RUN [\"a\", \"b\\\"c\"]", "{RUN: [\"a\", \"b\"c\"@\"b\\\"c\"@]}"),
        Case("CMD [ \"a\" ]", "{CMD: [\"a\"]}"),
        Case("CMD [ a ]", "{CMD: [ a ]}"),
        Case("ENV A=b C=\"d e\" F='g'", "{ENV: {A: b, C: \"d e\", F: \"g\"}}"),
        Case("ENV A b c", "{ENV: {A: b c}}"),
        Case("ENV A=b \\\n    C=d", "{ENV: {A: b, C: d}}"),
        Case("ENV A=b\\ c", "{ENV: {A: b c@b\\ c@}}"),
        Case("ENV A=", "{ENV: {A: }}"),
        Case("LABEL a.b=\"c\" d=e", "{LABEL: {a.b: \"c\", d: e}}"),
        Case("ARG A=1\nARG B", "{ARG: {A: 1}, ARG: {B: }}"),
        Case(
            "ARG V=3\nFROM alpine:${V}", "{ARG: {V: 3}, FROM: !resolved \"alpine:3\"@alpine:${V}@}"),
        Case("ARG V\nFROM alpine:$V", "{ARG: {V: }, FROM: <alpine:$V>}"),
        Case("FROM a:${V:-2}", "{FROM: !resolved \"a:2\"@a:${V:-2}@}"),
        Case(
            "ARG V=3\nFROM a\nENV A=$V\nARG V\nENV B=$V",
            "{ARG: {V: 3}, FROM: a, ENV: {A: <$V>}, ARG: {V: }, ENV: {B: !resolved \"3\"@$V@}}"),
        Case(
            "FROM a\nENV U=root\nUSER $U\nFROM b\nUSER $U",
            "{FROM: a, ENV: {U: root}, USER: !resolved \"root\"@$U@, FROM: b, USER: <$U>}"),
        Case("FROM a\nENV U=r\nRUN echo $U", "{FROM: a, ENV: {U: r}, RUN: echo $U}"),
        Case("COPY --from=x --chown=a:b . /c", "{COPY: --from=x --chown=a:b . /c}"),
        Case("ADD http://x/y.tgz /y", "{ADD: http://x/y.tgz /y}"),
        Case("EXPOSE 22 80/tcp", "{EXPOSE: 22 80/tcp}"),
        Case("HEALTHCHECK --interval=5s CMD curl x", "{HEALTHCHECK: --interval=5s CMD curl x}"),
        Case("ONBUILD RUN x y", "{ONBUILD: {RUN: x y}}"),
        Case("ONBUILD ENV A=b", "{ONBUILD: {ENV: {A: b}}}"),
        Case("RUN <<EOF\na\nb\nEOF\nUSER x", "{RUN: <<EOF\na\nb\nEOF, USER: x}"),
        Case(
            "RUN <<-\"E\" cat\n\ta\n\tE\nUSER x",
            "{RUN: <<-\"E\" cat\na\nE@<<-\"E\" cat\n\ta\n\tE@, USER: x}"),
        Case("COPY <<A <<B /d/\n1\nA\n2\nB\n", "{COPY: <<A <<B /d/\n1\nA\n2\nB}"),
        Case("RUN echo $((1<<x))\nUSER y", "{RUN: echo $((1<<x)), USER: y}"),
        Case("# escape=`\nRUN a `\n b\nCOPY C:\\ D:\\\n", "{RUN: a  b@a `\n b@, COPY: C:\\ D:\\}"),
        Case("# syntax=docker/dockerfile:1\nFROM a", "{FROM: a}"),
        Case("\u{FEFF}FROM a", "{FROM: a}"),
        Case("  FROM a", "{FROM: a}"),
        Case("RUN a \\", "{RUN: a}"),
        Case("WHAT x", "{WHAT: x}", faults: 1),
        Case("{json}\nUSER x", "{USER: x}", faults: 1),
        Case("RUN <<E\na", "{RUN: <<E\na}", faults: 1),
        Case("ENV\nUSER x", "{ENV: {}, USER: x}", faults: 1),
    ]

    @Test(arguments: cases)
    func `reads what stands there`(_ sample: Case) {
        let document = sample.check { DockerfileReader.read($0, limits: $1) }
        #expect(document.roots.allSatisfy { TreeOutline(sample.text).isNested($0) })
    }

    @Test
    func `any part and any change of a file is read without a trap`() {
        HostileBytes.check(Self.cases.map(\.text).joined(separator: "\n")) { bytes in
            _ = DockerfileReader.read(bytes)
        }
    }

    @Test
    func `nodes and bytes are bounded`() {
        var limits = DocumentLimits()
        limits.maxNodes = 10
        let many = read(String(repeating: "USER a\n", count: 20), limits: limits) {
            DockerfileReader.read($0, limits: $1)
        }
        #expect(many.faults.map(\.code) == [.limit])
        #expect(many.roots[0].entries.count == 10)
        let pairs = "ENV " + String(repeating: "a=b ", count: 50)
        let few = read(pairs, limits: limits) { DockerfileReader.read($0, limits: $1) }
        #expect(few.roots[0].value(of: "ENV")?.entries.count == 10)
        limits.maxBytes = 7
        let short = read("USER a\nUSER b", limits: limits) { DockerfileReader.read($0, limits: $1) }
        #expect(short.faults.map(\.code) == [.limit])
        #expect(short.roots[0].entries.count == 1)
    }
}
