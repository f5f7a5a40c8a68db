import Documents
import Testing

@Suite struct HAProxyReaderTests {
    @Test(arguments: [
        ("", ""), ("# c", ""), ("global\n  daemon", "global={daemon=}"),
        ("global\n  maxconn 100", "global={maxconn=100}"),
        (
            "global\n ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets",
            "global={ssl-default-bind-options=ssl-min-ver TLSv1.2 no-tls-tickets}"
        ),
        (
            "global\n ssl-default-bind-ciphers HIGH:!aNULL",
            "global={ssl-default-bind-ciphers=HIGH:!aNULL}"
        ),
        ("defaults\n mode http\n timeout client 5s", "defaults={mode=http; timeout=client 5s}"),
        ("defaults a from b\n mode tcp", "defaults={a from b={mode=tcp}}"),
        ("frontend www\n bind :443 ssl crt /a.pem", "frontend={www={bind=:443 ssl crt /a.pem}}"),
        (
            "backend b\n server s 10.0.0.1:443 ssl verify none",
            "backend={b={server=s 10.0.0.1:443 ssl verify none}}"
        ),
        ("listen stats\n bind :9000", "listen={stats={bind=:9000}}"),
        ("global\n a 1\ndefaults\n b 2", "global={a=1}; defaults={b=2}"),
        ("frontend a\n x 1\nfrontend b\n x 2", "frontend={a={x=1}}; frontend={b={x=2}}"),
        ("frontend a # c\n x 1 # d", "frontend={a={x=1}}"),
        ("frontend a\n x 1#d", "frontend={a={x=1}}"),
        ("frontend a\n x 1\\#d", "frontend={a={x=1#d}}"),
        ("frontend a\n x \"1 # d\"", "frontend={a={x='1 # d'}}"),
        ("frontend a\n x '1 2' 3", "frontend={a={x='1 2 3'}}"),
        ("frontend a\n x a\\ b", "frontend={a={x=a b}}"),
        ("frontend a\n x \"a\\\"b\"", "frontend={a={x='a\"b'}}"),
        ("frontend a\n x a\"b c\"d", "frontend={a={x='ab cd'}}"),
        ("global\n stats auth admin:\"$PW\"", "global={stats=<auth admin:$PW>}"),
        ("global\n x \"${HOME}/a\"", "global={x=<${HOME}/a>}"),
        ("frontend a\n acl x path_end .php$", "frontend={a={acl=x path_end .php$}}"),
        (
            "frontend a\n http-request redirect scheme https unless { ssl_fc }",
            "frontend={a={http-request=redirect scheme https unless { ssl_fc }}}"
        ),
        ("a 1\nglobal\n b 2", "a=1; global={b=2}"), ("global\r\n a 1\r\n", "global={a=1}"),
        ("\u{FEFF}global\n a 1", "global={a=1}"), ("global\n\n\n a 1\n", "global={a=1}"),
        ("global\n\ta\t1", "global={a=1}"), ("global\na 1", "global={a=1}"),
        ("frontend a\n bind :80\n bind :443 ssl", "frontend={a={bind=:80; bind=:443 ssl}}"),
        ("userlist u\n user a insecure-password b", "userlist={u={user=a insecure-password b}}"),
        ("peers p\n peer a 1.1.1.1:1", "peers={p={peer=a 1.1.1.1:1}}"),
        ("resolvers r\n nameserver a 1.1.1.1:53", "resolvers={r={nameserver=a 1.1.1.1:53}}"),
        ("mailers m\n mailer a 1.1.1.1:25", "mailers={m={mailer=a 1.1.1.1:25}}"),
        ("cache c\n max-age 1", "cache={c={max-age=1}}"),
        ("program p\n command x", "program={p={command=x}}"),
        ("ring r\n size 1", "ring={r={size=1}}"),
        ("http-errors e\n errorfile 400 /x", "http-errors={e={errorfile=400 /x}}"),
        ("fcgi-app f\n index x", "fcgi-app={f={index=x}}"),
        ("log-forward l\n bind :514", "log-forward={l={bind=:514}}"),
        ("crt-store s\n crt-base /x", "crt-store={s={crt-base=/x}}"),
        ("frontend\n x 1", "frontend={x=1}"),
        ("global\n a 'open", "global={a='open'} !1"), ("global\n a \"b", "global={a='b'} !1"),
        ("global\n a b\\\n c 1", "global={a=b c 1}"),
        ("global\n a é", "global={a=é}"),
        (
            "backend b\n option ssl-hello-chk\n option httpchk GET /",
            "backend={b={option=ssl-hello-chk; option=httpchk GET /}}"
        ),
        ("global\n ssl-server-verify none", "global={ssl-server-verify=none}"),
        ("global\n tune.ssl.default-dh-param 1024", "global={tune.ssl.default-dh-param=1024}"),
    ])
    func tree(text: String, expected: String) {
        let document = ServerOutline.read(text, by: HAProxyReader.read)
        #expect(ServerOutline.of(document) == expected)
        ServerOutline.checkSpans(document, of: text)
    }

    @Test func hostileTextsNeverTrap() {
        ServerOutline.torture(
            "global\n a 'b c' \"d\\\"e\" # f\nfrontend x\n bind :443 ssl crt /a\\ b no-sslv3\n x ${Y}\n",
            by: HAProxyReader.read)
    }
}
