import Documents
import Testing

@Suite struct NginxReaderTests {
    @Test(arguments: [
        ("", ""), ("# words only\n", ""), ("user nginx;", "user=nginx"),
        ("daemon off;pid /x;", "daemon=off; pid=/x"),
        ("ssl_protocols TLSv1 TLSv1.2;", "ssl_protocols=TLSv1 TLSv1.2"),
        ("ssl_protocols\n  TLSv1\n  TLSv1.2\n;", "ssl_protocols=TLSv1 TLSv1.2"),
        ("ssl_ciphers 'HIGH:!aNULL';", "ssl_ciphers='HIGH:!aNULL'"),
        ("ssl_ciphers \"HIGH:!aNULL\";", "ssl_ciphers='HIGH:!aNULL'"),
        ("events {}", "events={}"),
        ("events { worker_connections 1024; }", "events={worker_connections=1024}"),
        ("http { server { listen 443 ssl; } }", "http={server={listen=443 ssl}}"),
        (
            "server { listen 80; }\nserver { listen 443; }",
            "server={listen=80}; server={listen=443}"
        ),
        ("location / { root /x; }", "location={/={root=/x}}"),
        ("location ~* \\.php$ { deny all; }", "location={~* \\.php$={deny=all}}"),
        ("location = /a { return 404; }", "location={= /a={return=404}}"),
        ("upstream app { server 127.0.0.1:80; }", "upstream={app={server=127.0.0.1:80}}"),
        (
            "if ($scheme = http) { return 301 https://x; }",
            "if={($scheme = http)={return=301 https://x}}"
        ),
        ("proxy_pass http://$host;", "proxy_pass=<http://$host>"),
        ("proxy_pass http://${host}:80;", "proxy_pass=<http://${host}:80>"),
        ("set $a b;", "set=<$a b>"), ("rewrite ^(.*)$ /x;", "rewrite=^(.*)$ /x"),
        ("listen 80; # here\n", "listen=80"),
        ("a b#c;", "a=b#c"), ("a 'b#c';", "a='b#c'"), ("a \"b;c\";", "a='b;c'"),
        ("a \"{\";", "a='{'"), ("a b\\ c;", "a=b\\ c"),
        ("a \"x\\\"y\";", "a='x\"y'"), ("a 'x\\'y';", "a='x'y'"), ("a \"x\\ny\";", "a='x\ny'"),
        ("a \"\\d\";", "a='\\d'"),
        ("a;", "a="), (";", ""),
        ("include /etc/nginx/conf.d/*.conf;", "include=/etc/nginx/conf.d/*.conf"),
        ("a 1;\r\nb 2;\r\n", "a=1; b=2"),
        ("\u{FEFF}a 1;", "a=1"), ("add_header X \"a b\" always;", "add_header='X a b always'"),
        ("a é;", "a=é"),
        ("map $a $b { default 1; ~x 2; }", "map={$a $b={default=1; ~x=2}}"),
        (
            "content_by_lua_block { if a then b = {\"}\"} end -- }\n }\nx 1;",
            "content_by_lua_block=<{ if a then b = {\"}\"} end -- }\n }>; x=1"
        ),
        ("server {", "server={} !1"), ("server { listen 80;", "server={listen=80} !1"),
        ("}", " !1"), ("} a 1;", "a=1 !1"),
        ("server { listen 80 }", "server={listen=80} !1"), ("a b", "a=b !1"),
        ("{ a 1; }", "={a=1} !1"), ("a 'open", "a='open' !2"),
        ("a 1; } b 2;", "a=1; b=2 !1"),
        (
            "http { server { ssl_verify_client off; } gzip on; }",
            "http={server={ssl_verify_client=off}; gzip=on}"
        ),
        ("ssl_certificate_key data:$k;", "ssl_certificate_key=<data:$k>"),
        ("error_page 500 502 /50x.html;", "error_page=500 502 /50x.html"),
        ("location ~ \"^/a{2}$\" { }", "location={~ ^/a{2}$={}}"),
    ])
    func tree(text: String, expected: String) {
        let document = ServerOutline.read(text, by: NginxReader.read)
        #expect(ServerOutline.of(document) == expected)
        ServerOutline.checkSpans(document, of: text)
    }

    @Test func valuesAndBlocksHaveTheirPlace() throws {
        let text = "http {\n  server {\n    ssl_protocols  TLSv1;\n  }\n}\n"
        let document = ServerOutline.read(text, by: NginxReader.read)
        guard case .mapping(let root) = document.roots[0].content,
            case .mapping(let http) = root[0].value.content,
            case .mapping(let server) = http[0].value.content
        else {
            Issue.record("no tree")
            return
        }
        #expect(server[0].keyPosition.description == "3:5")
        #expect(server[0].value.position.description == "3:20")
        #expect(server[0].value.span == SourceSpan(37, 42))
        #expect(http[0].keySpan == SourceSpan(9, 15))
        #expect(http[0].value.span == SourceSpan(16, 47))
    }

    @Test func depthIsBounded() {
        let deep =
            String(repeating: "a {", count: 100_000) + "x 1;"
            + String(repeating: "}", count: 100_000) + "y 2;"
        let document = ServerOutline.read(deep, by: NginxReader.read)
        #expect(document.faults.map(\.code) == [.limit])
        #expect(ServerOutline.of(document).hasSuffix("y=2 !1"))
    }

    @Test func hostileTextsNeverTrap() {
        ServerOutline.torture(
            "http { # c\n server { listen 443 ssl; location ~ \\.a$ { x \"q\\\"w\" 'z'; y ${v}; } }\n a_by_lua_block { x = '}' } }\n",
            by: NginxReader.read)
    }
}
