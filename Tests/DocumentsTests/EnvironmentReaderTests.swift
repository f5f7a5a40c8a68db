import Documents
import Testing

@Suite struct EnvironmentReaderTests {
    @Test(arguments: EnvironmentReaderTests.cases)
    func tree(text: String, outline: String) {
        #expect(DataOutline.of(.env, text) == outline)
    }

    /// Texts and their outlines.
    private static let cases: [(String, String)] = [
        ("A=1", "{A: 1}"),
        ("export A=1 # c", "{A: 1}"),
        ("A=\"x y\" # c", "{A: 'x y'«\"x y\"»}"),
        ("A='$B'", "{A: '$B'«'$B'»}"),
        ("A=1\nB=${A}2\nC=$A-3", "{A: 1, B: 12«${A}2», C: 1-3«$A-3»}"),
        ("A=${X}", "{A: <${X}>}"),
        ("A=$(id)", "{A: <$(id)>}"),
        ("A=\"l1\nl2\"\nB=2", "{A: 'l1⏎l2'«\"l1⏎l2\"», B: 2}"),
        ("A=\"open\nB=1", "{A: \"open, B: 1} !1:3"),
        ("A", "{}"),
        ("export A B", "{}"),
        ("A = 1", "{A: 1}"),
        ("A: 1", "{A: 1}"),
        ("=1\nB=2", "{B: 2} !1:1"),
        ("# c\n\nA=1\r\nB=2\r\n", "{A: 1, B: 2}"),
        ("A=\"a\\nb\\\"c\\$d\"", "{A: 'a⏎b\"c$d'«\"a\\nb\\\"c\\$d\"»}"),
        ("A=x#y", "{A: x#y}"),
        ("A=\"a\"b", "{A: \"a\"b}"),
        ("A=`x`", "{A: 'x'«`x`»}"),
        ("A=", "{A: }"),
        ("bad line\nB=1", "{B: 1} !1:1"),
        ("A=\"x\nB=\"y", "{A: \"x, B: \"y} !1:3 !2:3"),
        ("A=pa$$word1", "{A: pa$$word1}"),
        ("S=a$b", "{S: a$b}"),
        ("A=\"é\"", "{A: 'é'«\"é\"»}"),
        ("A=\"x$Y\"", "{A: <x$Y>«\"x$Y\"»}"),
        ("A=\"\\$1 $HOME\"", "{A: <$1 $HOME>«\"\\$1 $HOME\"»}"),
        ("Y_1=v\nA=\"x$Y_1!\"", "{Y_1: v, A: 'xv!'«\"x$Y_1!\"»}"),
        ("A={{ x }}", "{A: <{{ x }}>}"),
    ]
}
