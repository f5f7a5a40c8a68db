import Documents
import Testing

struct HelmTemplateTests {
    static let cases: [(text: String, outline: String)] = [
        ("a: {{ .Values.x }}\n", "{a: <{{ .Values.x }}>}"),
        ("{{- if .Values.y }}\na: 1\n{{- end }}\n", "{a: 1}"),
        ("a: \"{{ .x }}:{{ .y }}\"\n", "{a: <\"{{ .x }}:{{ .y }}\">}"),
        (
            "a: {{ .x | default \"}}\" | quote }}\nb: 2\n",
            "{a: <{{ .x | default \"}}\" | quote }}>, b: 2}"
        ),
        ("{{/* a\nb */}}\na: 1\n", "{a: 1}"),
        (
            "a:\n  {{- toYaml .Values.a | nindent 2 }}\nb: 1\n",
            "{a: <{{- toYaml .Values.a | nindent 2 }}>, b: 1}"
        ),
        ("l:\n- {{ . }}\n- x\n", "{l: [<{{ . }}>, x]}"),
        ("a: {{- include \"x\" . | nindent 2 }}\n  b: 1\n", "{a: !dynamic {b: 1}}"),
        (
            "a:\n  b: 1\n  {{- include \"x\" . | nindent 2 }}\nc:\n  d: 2\n",
            "{a: !dynamic {b: 1}, c: {d: 2}}"
        ),
        (
            "a:\n  {{- with .x }}\n  {{- toYaml . | nindent 2 }}\n  {{- end }}\n",
            "{a: <{{- toYaml . | nindent 2 }}>}"
        ),
        ("{{- if .x }}\na: 1\n{{- else }}\na: 2\n{{- end }}\n", "{a: 1, a: 2}"),
        (
            "a: |\n  {{- if .Values.x }}\n  text\n  {{- end }}\nb: 1\n",
            "{a: \"#                  \ntext\n          \n\"@|\n  {{- if .Values.x }}\n"
                + "  text@, b: 1}"
        ),
        ("a: |\n  x {{ .y }}\n  z\n", "{a: \"x ~~~~~~~~\nz\n\"@|\n  x {{ .y }}\n  z@}"),
        ("{{ $k }}: v\n", "{~~~~~~~~@{{ $k }}@: v}"),
    ]

    @Test(arguments: cases.indices)
    func `what actions give is an expression`(_ index: Int) {
        let (text, expected) = Self.cases[index]
        let document = read(text) { HelmTemplate.read($0, limits: $1) }
        #expect(document.roots.map { TreeOutline(text)($0) } == [expected])
        #expect(document.faults.isEmpty)
        #expect(HelmTemplate.mask(Array(text.utf8)).count == text.utf8.count)
    }

    @Test
    func `any part and any change is masked to the same length`() {
        HostileBytes.check(Self.cases.map(\.text).joined(separator: "---\n")) { bytes in
            #expect(HelmTemplate.mask(Array(bytes)).count == bytes.count)
            _ = HelmTemplate.read(bytes)
        }
    }

    @Test
    func `templates are told from other braces`() {
        let format = DocumentFormat.yaml
        let chart = "a: {{ .Values.x }}\n"
        #expect(read(chart) { format.read($0, limits: $1) }.faults.isEmpty)
        let other = "a: '{{ x }}'\nb: ${{ y }}\n"
        let document = read(other) { format.read($0, limits: $1) }
        #expect(document.roots[0].value(of: "a")?.text == "{{ x }}")
    }
}
