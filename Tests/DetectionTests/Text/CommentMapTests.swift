import ScanModel
import Testing

@testable import Detection

/// In the texts `«…»` marks what is a comment.
@Suite struct CommentMapTests {
    @Test(arguments: [
        (SourceLanguage.c, "int a; «// b»\n\"http://x\" «/* c \" */» '\"' x"),
        (.c, "«/* one\ntwo */» x = 1'000'000; «// y»\nz"),
        (.c, "a «// joined \\\nnext»\nb"),
        (.c, #"R"x(// no )" /* no */)x" «// yes»"#),
        (.c, "char c = '\"'; «// yes»"),
        (.c, "«/* open»\nint visible; «// yes»"),
        (.java, "String s = \"\"\"\n // no\n \\\"\"\" /* no */\n\"\"\"; «// yes»"),
        (.kotlin, "val s = \"\"\"C:\\\"\"\" «// yes»"),
        (.kotlin, "«/* a /* b */ c */» d"),
        (.java, "«/* a /* b */» c */"),
        (.go, "s := `// no\n/* no */` «// yes»"),
        (.go, "r := '\"' «// yes»"),
        (.csharp, #"var a = @"C:\"; «// yes»"#),
        (.csharp, #"var a = $@"x "" // no"; «// yes»"#),
        (.csharp, "var a = \"\"\"\n // no \" no\n\"\"\"; «// yes»"),
        (.rust, "fn f<'a>(x: &'a str) {} «// yes»"),
        (.rust, ##"let s = r#"// " no"#; let c = '"'; «// yes»"##),
        (.rust, "let s = \"a\n// no\n\"; «/* a /* b */ c */»"),
        (.rust, "#![allow(x)] «// yes»"),
        (.swift, "«#!/usr/bin/swift»\nlet a = #\"// \" no\"# «// yes»"),
        (.swift, "let a = #\"\"\"\n// no \"\"\" no\n\"\"\"# «// yes»"),
        (.swift, "let a = \"\\\"// no\" «// yes»"),
        (.swift, "#if os(Linux) «// yes»"),
        (.scala, "val s = 'sym; val t = 'c' «// yes»"),
        (.dart, "var a = r'C:\\'; var b = '''\n// no'''; «// yes»"),
        (.groovy, "def a = '''\n// no\n''' «// yes»"),
        (.hcl, "a = \"# no\" «# yes»\n«// yes»\n«/* yes */» b"),
        (.hcl, "a = <<EOF\n# no\nEOF\n«# yes»"),
        (.json, "{ \"a\": \"http://x\" } «// yes»"),
        (.javascript, "a = `x ${b + `// no ${c}` «/* in code */» } // no` «// yes»"),
        (.javascript, "a = 'it\\'s // no'; «// yes»"),
        (.javascript, "x = a.match(/['\"]\\/\\/[/\"]/g); «// yes»"),
        (.javascript, "x = a / b; y = c / d; «// yes»"),
        (.javascript, "return /'/; «// yes»"),
        (.javascript, "x++ / 2; '/'; «// yes»"),
        (.javascript, "<a href=\"x\">http://visible</a> «// yes»"),
        (.javascript, "</div>; a = 'b'; «// yes»"),
        (.javascript, "<p>don't</p>\nx «// yes»"),
        (.javascript, "«/** doc */» f({a: `}`}) «// yes»"),
    ])
    func cFamilyAndJavaScript(language: SourceLanguage, marked: String) {
        check(language, marked)
    }

    @Test(arguments: [
        (SourceLanguage.python, "«\"\"\"Module.\n# inside\n\"\"\"»\nimport x «# yes»"),
        (.python, "def f():\n    «r'''Doc.'''»\n    return '#no' «# yes»"),
        (.python, "def f(a: int) -> str: «\"\"\"Doc.\"\"\"»\n"),
        (.python, "x = \"\"\"\nverify=False # no\n\"\"\" «# yes»"),
        (.python, "f(\n\"\"\"no\"\"\"\n) «# yes»"),
        (.python, "\"\"\"no\"\"\".format(x)"),
        (.python, "f\"\"\"no\"\"\"\n"),
        (.python, "x = 'unclosed # no\ny = 1 «# yes»"),
        (.python, "\"\"\"never closed # no\nverify=False"),
        (.python, "x = \\\n\"\"\"no\"\"\"\n"),
        (.python, "x = (\ndef f():\n  «\"\"\"doc\"\"\"»\n"),
        (.ruby, "a = \"#{b} # no\" «# yes»\n«=begin\nc\n=end»\nd"),
        (.ruby, "a = <<~EOS\n  # no\n  EOS\nb «# yes»"),
        (.ruby, "foo(<<A, <<-'B')\n# no\nA\n# no\n  B\n«# yes»"),
        (.ruby, "x =~ /['\"#]/ «# yes»\ny = a / b «# yes»"),
        (.ruby, "a = %w(# no) + %q{# {no} #} «# yes»"),
        (.ruby, "a = ?# + 1; b ? c : d «# yes»"),
        (.ruby, "class << self «# yes»"),
        (.ruby, "a «# yes»\n__END__\n# no"),
        (.ruby, "puts %w[a # b], %(x # y) «# yes»"),
        (.perl, "my $n = $#a; my $m = $#{$b}; «# yes»"),
        (.perl, "s#a#b#; s/'/x/; tr{a}{#}; «# yes»"),
        (.perl, "my $x = q(it's # no); my %h = (s => 1); «# yes»"),
        (.perl, "«=pod\n\ntext\n\n=cut»\ncode «# yes»"),
        (.perl, "print <<\"EOT\";\n# no\nEOT\n«# yes»"),
        (.perl, "1;\n__END__\ncode # no\n«=head1 X\ny\n=cut»\n"),
        (.perl, "if ($x =~ m{#'}) { $h{y} = $q; } «# yes»"),
        (.lua, "«-- a»\n«--[==[ b ]] c ]==]» d = [[-- no]] «-- yes»"),
        (.lua, "x = '--no' «-- yes»"),
        (.lua, "«--[[ open»\nvisible()"),
        (.elixir, "a = \"# no\" «# yes»\nb = ?# «# yes»"),
        (.elixir, "«@doc \"\"\"\n text\n \"\"\"»\ndef a, do: ~r/#/ «# yes»"),
        (.elixir, "x = \"\"\"\n# no\n\"\"\" «# yes»"),
        (.sql, "select '-- no', \"-- no\" «-- yes»\n«/* yes */» select 'it''s' «-- yes»"),
        (.sql, "/*!40101 SET x */; #temp\n«# yes»\n"),
        (.sql, "create function f() as $$\n «-- yes»\n$$;"),
    ])
    func scriptLanguages(language: SourceLanguage, marked: String) { check(language, marked) }

    @Test(arguments: [
        (SourceLanguage.shell, "«#!/bin/sh»\necho $# ${#x} a#b '# no' \"# no\" «# yes»"),
        (.shell, "cat <<EOF\n# no\nEOF\n«# yes»"),
        (.shell, "cat <<-'E' | x\n# no\n\tE\n«# yes»"),
        (.shell, "cat <<< \"x\" «# yes»\n$((1 << 2)) «# yes»"),
        (.shell, "cat <<MISSING\n«# yes»"),
        (.shell, "echo \\' «# yes»\necho $'it\\'s' «# yes»"),
        (.shell, "a;«#yes»\n(«#yes»\n)"),
        (.shell, "curl https://x/#frag -k «# yes»"),
        (.powershell, "«<# a\nb #>» $x = '# no' «# yes»\n$y = \"a`\"# no\" «# yes»"),
        (.powershell, "$x = @\"\n# no \"\n\"@ «# yes»"),
        (.powershell, "a#b; $c# no"),
        (.batch, "«REM x»\n@«rem y»\nset a=1\n«:: z»\necho rem no\na & «rem yes»"),
        (.batch, ":label\nremove x"),
    ])
    func shells(language: SourceLanguage, marked: String) { check(language, marked) }

    @Test(arguments: [
        (
            SourceLanguage.php,
            "# html // no <?php a(); «// yes »?> // no «<!-- x -->» <?= 'a // no' «# yes»\n#[Attr]\n«/* yes */»"
        ),
        (.php, "<?php $a = <<<EOT\n// no\n  EOT; «// yes»"),
        (.php, "<?php $a = \"it's // no\"; «// yes»"),
        // Without any `<?` the text is a piece of code.
        (.php, "$a = 'x // no'; «// yes»\n«# yes»\n$b = 1;"),
        (.xml, "<a b=\"c\">«<!-- d\ne -->»<![CDATA[<!-- no -->]]></a>"),
        (.xml, "«<!-- open»\n<a verify=\"false\"/>"),
        (.yaml, "a: b#no «# yes»\nc: 'x # no' «# yes»\nd: \"x # \\\" no\" «# yes»\n«# yes»"),
        (.yaml, "run: |\n  curl # no\n\n  # no\nnext: 1 «# yes»"),
        (.yaml, "- run: >- «# yes»\n    # no\n  name: x «# yes»\n- b «# yes»"),
        (.yaml, "- |\n  # no\n- x «# yes»"),
        (.yaml, "a: |2\n    # no\n  # no\n «# yes»"),
        (.yaml, "a: it's «# yes»\nb: [ 'x # no', y ] «# yes»"),
        (.yaml, "a: x | y «# yes»\nb: 1"),
        (.yaml, "- run: |\n  name: x «# yes»\n"),
        (.yaml, "a: &x !!str |\n  # no\nb: 1 «# yes»"),
        (.toml, "a = \"# no\" «# yes»\nb = '''\n# no\n''' «# yes»\nc = '\\' «# yes»"),
        (
            .ini,
            "«; a»\n  «# b»\n«! c»\nd = e#f ; no\ng = h «# yes»\ni = \"j # no\" k\nit's «# yes»"
        ),
        (.dockerfile, "«# a»\nRUN curl -k x # no\n  «# b»"),
        (.apache, "«# a»\nSSLProtocol all # no"),
        (.nginx, "ssl on;«# yes»\nx \"a # no\"; «# yes»\ny a#b;"),
        (.haproxy, "bind *:443 ssl «# yes»\n«# yes»"),
        (.ssh, "Ciphers aes «# yes»"),
        (.makefile, "a: b «# yes»\n\t@echo x\\# no"),
    ])
    func configurations(language: SourceLanguage, marked: String) { check(language, marked) }

    @Test func withoutALanguageThereAreNone() {
        let map = Array("// a\n# b".utf8).withUnsafeBytes { CommentMap($0, language: nil) }
        #expect(map.ranges.isEmpty)
        #expect(!map.isComment(0))
    }

    @Test func rangesAreSortedAndInsideForAnyBytes() {
        var random = SeededRandom(53)
        let pieces = [
            "/*", "*/", "//", "#", "\"", "'", "`", "\"\"\"", "'''", "\\", "\n", "\r\n", "${", "}",
            "{", "<<EOF\n", "EOF", "<<~", "=begin\n", "=end", "=pod\n", "=cut", "--[[", "]]",
            "--[=[", "<#", "#>", "@\"\n", "\"@", "<?php", "?>", "<!--", "-->", "<![CDATA[", "r#\"",
            "R\"x(", "q{", "s#", "%w[", "?", "$", "|", ">", ":", " ", "- ", "a: |\n", "rem ", "::",
            "x", "ä", "~r/", "/", "[", "]", "@doc ", "__END__\n", "&", "<<", "\u{0}", "tr", "@",
        ]
        for round in 0..<800 {
            let text =
                round % 4 == 0
                ? random.bytes(random.below(200))
                : random.text(of: pieces, count: random.below(200))
            for language in SourceLanguage.allCases {
                let ranges = text.withUnsafeBytes { CommentMap($0, language: language).ranges }
                var last = 0
                for range in ranges {
                    if range.lowerBound < last || range.isEmpty || range.upperBound > text.count {
                        Issue.record("\(language) \(ranges) \(text)")
                    }
                    last = range.upperBound
                }
            }
        }
    }

    /// Each of these is quadratic for a lexer that repeats failed searches.
    @Test(arguments: [
        "/*", "/* /*", "'", "\"", "`", "${`", "--[[", "--[=[", "<<A\n", "<<A <<B <<C\n", "=begin\n",
        "=pod\n", "<#", "<!--", "<![CDATA[", "r#\"", "R\"abcd(", "/[", "/[ ", "- ", "? ", "|\n",
        "@\"\n",
        "<<<A\n", "# '", "a: '", "%w(", "$a$", "s{", "\"\"\"", "[==", "]==", "=/[", "(/[", ",/[",
    ])
    func hostileRepetitionIsLinear(piece: String) {
        let text = Array(String(repeating: piece, count: 12_000 / piece.utf8.count).utf8)
        for language in SourceLanguage.allCases {
            let map = text.withUnsafeBytes { CommentMap($0, language: language) }
            #expect(map.ranges.count <= text.count)
        }
    }

    private func check(_ language: SourceLanguage, _ marked: String) {
        var text: [UInt8] = []
        var expected: [Range<Int>] = []
        var start = 0
        for character in marked {
            switch character {
            case "«": start = text.count
            case "»": expected.append(start..<text.count)
            default: text += Array(String(character).utf8)
            }
        }
        let map = text.withUnsafeBytes { CommentMap($0, language: language) }
        #expect(map.ranges == expected, "\(language): \(marked)")
        for range in expected {
            #expect(map.isComment(range.lowerBound) && map.isComment(range.upperBound - 1))
        }
    }
}
