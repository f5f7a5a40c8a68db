import Documents
import Testing

@Suite struct INIReaderTests {
    @Test(arguments: INIReaderTests.cases)
    func tree(text: String, outline: String) {
        #expect(DataOutline.of(.ini, text) == outline)
    }

    @Test func sectionsCoverTheirLines() throws {
        let text = Array("x = 0\n[a]\nb = 1\n\n# c\n[d]\ne = 2 ; f\n".utf8)
        let root = try #require(text.withUnsafeBytes { INIReader.read($0) }.roots.first)
        guard case .mapping(let entries) = root.content else { return }
        #expect(
            entries.map(\.value.span) == [SourceSpan(4, 5), SourceSpan(6, 15), SourceSpan(21, 30)])
        #expect(entries.map(\.value.position.description) == ["1:5", "2:1", "6:1"])
        #expect(entries.map(\.keyPosition.description) == ["1:1", "2:2", "6:2"])
    }

    /// Texts and their outlines.
    private static let cases: [(String, String)] = [
        ("a=1", "{a: 1}"),
        ("a = 1\nb: 2\n", "{a: 1, b: 2}"),
        ("; c\n# d\na=1", "{a: 1}"),
        ("[s]\na=1\n[t]\nb=2", "{s: {a: 1}, t: {b: 2}}"),
        ("[s]\na=1\n[s]\na=2\na=3", "{s: {a: 1}, s: {a: 2, a: 3}}"),
        ("a = \"x y\" ; note", "{a: 'x y'«\"x y\"»}"),
        ("a = 'it''s'", "{a: 'it''s'}"),
        ("a = x # note", "{a: x}"),
        ("a = x#y;z", "{a: x#y;z}"),
        ("a = \"q\\\"q\"", "{a: 'q\"q'«\"q\\\"q\"»}"),
        (
            "[mysqld]\nskip-networking\nport=3306\n!includedir /etc/mysql/conf.d/",
            "{mysqld: {skip-networking: , port: 3306, !includedir: /etc/mysql/conf.d/}}"
        ),
        (
            "//registry.example.org/:_authToken=${NPM_TOKEN}\nstrict-ssl=false",
            "{//registry.example.org/:_authToken: <${NPM_TOKEN}>, strict-ssl: false}"
        ),
        (
            "@acme:registry=https://npm.example.org\nalways-auth=true",
            "{@acme:registry: https://npm.example.org, always-auth: true}"
        ),
        ("[*.{js,py}]\nindent_style = space", "{*.{js,py}: {indent_style: space}}"),
        ("root = true\n\n[*]\nend_of_line = lf", "{root: true, *: {end_of_line: lf}}"),
        ("[a] ; note\nb=1", "{a: {b: 1}}"),
        ("[a\nb=1", "{b: 1} !1:1"),
        ("[a]]\nb=1", "{a]: {b: 1}}"),
        (
            "[DEFAULT]\ndeps =\n  one\n  two>=3\nx = 1",
            "{DEFAULT: {deps: one⏎two>=3«one⏎  two>=3», x: 1}}"
        ),
        (
            "[tox]\ncommands = a\n    b c\n    # no\n    d\nnext=1",
            "{tox: {commands: a⏎b c⏎d«a⏎    b c⏎    # no⏎    d», next: 1}}"
        ),
        ("[s]\n  a = 1\n  b = 2", "{s: {a: 1, b: 2}}"),
        ("a = one \\\n  two", "{a: one two«one \\⏎  two»}"),
        ("dir = C:\\temp\\\nb=1", "{dir: C:\\temp\\, b: 1}"),
        ("", "{}"),
        ("# only\n", "{}"),
        ("a=1\r\n[b]\r\nc = 2\r\n", "{a: 1, b: {c: 2}}"),
        ("\u{FEFF}[a]\nb=1", "{a: {b: 1}}"),
        ("a =", "{a: }"),
        ("= 1\nb=2", "{: 1, b: 2} !1:1"),
        ("some words here\nb=2", "{b: 2} !1:1"),
        ("key:value", "{key: value}"),
        ("url: http://h:1/p?a=b", "{url: http://h:1/p?a=b}"),
        (
            "[global]\nindex-url = https://u:p@pypi.example/simple\ntrusted-host = pypi.examp"
                + "le",
            "{global: {index-url: https://u:p@pypi.example/simple, trusted-host: pypi.example"
                + "}}"
        ),
        ("pwd = %(home)s/x", "{pwd: <%(home)s/x>}"),
        ("x = {{ y }}", "{x: <{{ y }}>}"),
        (
            "[remote \"origin\"]\n\turl = git@h:x.git\n\tfetch = +refs/*:refs/remotes/*",
            "{remote \"origin\": {url: git@h:x.git, fetch: +refs/*:refs/remotes/*}}"
        ),
        (
            "[core]\n\tbare\n\tpager = less -R ; c\n[http]\n\tsslVerify = false # no",
            "{core: {bare: , pager: less -R}, http: {sslVerify: false}}"
        ),
        (
            "[core]\n\teditor = \"vi \\\"x\\\"\" # c\n[alias]\n\tl = \"!f() { \\\n a; }; f\"",
            "{core: {editor: 'vi \"x\"'«\"vi \\\"x\\\"\"»}, alias: {l: '!f() {  a; }; f'«\"!f"
                + "() { \\⏎ a; }; f\"»}}"
        ),
        ("[user]\n\tname = A  B  \n\temail = a@b", "{user: {name: A  B, email: a@b}}"),
        ("[a \"b]c\"] x = 1", "{a \"b]c\": {x: 1}}"),
        ("[alias]\n\tx = \"open", "{alias: {x: 'open'«\"open»}} !2:6"),
        (
            "[Unit]\nAfter=a b\nAfter=c\n[Service]\nExecStart=/bin/x \\\n  --a ; --b\nEnviron"
                + "ment=\"A=1\" \"B=2\"",
            "{Unit: {After: a b, After: c}, Service: {ExecStart: /bin/x --a ; --b«/bin/x \\⏎ "
                + " --a ; --b», Environment: \"A=1\" \"B=2\"}}"
        ),
        (
            "[Service]\nExecStart=/bin/x \\\n# c\n  -y\nUser=root",
            "{Service: {ExecStart: /bin/x -y«/bin/x \\⏎# c⏎  -y», User: root}}"
        ),
        ("[Unit]\nDescription=x # not a comment", "{Unit: {Description: x # not a comment}}"),
        (
            "[baseos]\nname=CentOS $releasever\ngpgcheck=0\nbaseurl=http://m/",
            "{baseos: {name: CentOS $releasever, gpgcheck: 0, baseurl: http://m/}}"
        ),
        (
            "[section]\na=1\na=2\n\n[empty]\n[b]\nc=3",
            "{section: {a: 1, a: 2}, empty: {}, b: {c: 3}}"
        ),
        ("\"quoted key\" = v", "{quoted key«\"quoted key\"»: v}"),
        ("a==b", "{a: =b}"),
        ("a = b = c", "{a: b = c}"),
        ("k = éü ; c", "{k: éü}"),
        (
            "[profile x]\nrole_arn = arn:aws:iam::1:role/r\ns3 =\n  addressing_style = path",
            "{profile x: {role_arn: arn:aws:iam::1:role/r, s3: addressing_style = path}}"
        ),
        ("a=1\0b", "{a: 1\0b}"),
        (
            "[php]\ndisplay_errors = Off\nextension[] = a\nextension[] = b",
            "{php: {display_errors: Off, extension[]: a, extension[]: b}}"
        ),
        (
            "[Interface]\nPrivateKey = abc=\nAddress = 10.0.0.1/24",
            "{Interface: {PrivateKey: abc=, Address: 10.0.0.1/24}}"
        ),
        ("[s]\nbool_flag\nother=1", "{s: {bool_flag: , other: 1}}"),
    ]
}
