import Documents
import Testing

@Suite struct KeywordReaderTests {
    @Test(arguments: [
        // redis.conf
        ("", ""), ("# c", ""), ("bind 0.0.0.0", "bind=0.0.0.0"),
        ("requirepass \"a b\"", "requirepass='a b'"),
        ("tls-protocols \"TLSv1 TLSv1.2\"", "tls-protocols='TLSv1 TLSv1.2'"),
        ("save 900 1\nsave 300 10", "save=900 1; save=300 10"),
        ("protected-mode no", "protected-mode=no"),
        ("rename-command CONFIG \"\"", "rename-command='CONFIG '"),
        ("user default on nopass ~* +@all", "user=default on nopass ~* +@all"),
        ("appendonly yes\r\ndir ./\r\n", "appendonly=yes; dir=./"),
        // postgresql.conf
        ("ssl = on", "ssl=on"), ("ssl=off", "ssl=off"),
        ("ssl_ciphers = 'HIGH:!aNULL'  # allowed", "ssl_ciphers='HIGH:!aNULL'"),
        ("password_encryption = md5", "password_encryption=md5"),
        ("ssl_min_protocol_version = 'TLSv1'", "ssl_min_protocol_version='TLSv1'"),
        ("search_path = 'a''b'", "search_path='a'b'"), ("port 5432", "port=5432"),
        ("x = ''", "x=''"),
        // pg_hba.conf
        ("host all all 0.0.0.0/0 md5", "host=all all 0.0.0.0/0 md5"),
        ("local all postgres trust", "local=all postgres trust"),
        ("hostssl\tall\tall\t::/0\tscram-sha-256", "hostssl=all all ::/0 scram-sha-256"),
        (
            "local all all peer\nhost all all 127.0.0.1/32 trust",
            "local=all all peer; host=all all 127.0.0.1/32 trust"
        ),
        // Postfix main.cf
        ("smtpd_tls_protocols = !SSLv2, !SSLv3", "smtpd_tls_protocols=!SSLv2, !SSLv3"),
        ("a = b,\n  c,\n  d\ne = f", "a=b, c, d; e=f"), ("a =\n  b\n  c\nd = e", "a=b c; d=e"),
        ("a = b\n# c\n  d = e", "a=b; d=e"), ("a = x\nb = $a", "a=x; b=x"),
        ("b = $none", "b=<$none>"), ("a = x\nb = ${a}", "a=x; b=x"),
        ("smtpd_tls_security_level =", "smtpd_tls_security_level="),
        // dovecot.conf
        ("ssl = required\nssl_min_protocol = TLSv1", "ssl=required; ssl_min_protocol=TLSv1"),
        (
            "service imap-login {\n  inet_listener imap {\n    port = 0\n  }\n}",
            "service={imap-login={inet_listener={imap={port=0}}}}"
        ),
        ("protocol imap {\n  a = b\n}\nc = d", "protocol={imap={a=b}}; c=d"),
        (
            "passdb {\n  driver = passwd-file\n  args = scheme=CRYPT x\n}",
            "passdb={driver=passwd-file; args=scheme=CRYPT x}"
        ),
        ("!include conf.d/*.conf", "!include=conf.d/*.conf"),
        ("ssl_cert = </etc/a.pem", "ssl_cert=</etc/a.pem"), ("a {\n b = c # d\n}", "a={b=c}"),
        ("a {\n b = c", "a={b=c} !1"), ("}", " !1"),
        // sudoers
        ("Defaults env_reset", "Defaults=env_reset"),
        ("Defaults !authenticate", "Defaults=!authenticate"),
        ("root ALL=(ALL:ALL) ALL", "root=ALL=(ALL:ALL) ALL"),
        ("%wheel ALL=(ALL) NOPASSWD: ALL", "%wheel=ALL=(ALL) NOPASSWD: ALL"),
        ("User_Alias A = b, c", "User_Alias=A = b, c"),
        ("a ALL=(ALL) \\\n NOPASSWD: ALL", "a=ALL=(ALL) NOPASSWD: ALL"),
        ("#includedir /etc/sudoers.d", "#includedir=/etc/sudoers.d"),
        ("@includedir /etc/sudoers.d", "@includedir=/etc/sudoers.d"),
        ("Defaults:bob !requiretty", "Defaults:bob=!requiretty"),
        // mosquitto, vsftpd, chrony, squid
        (
            "listener 1883\nallow_anonymous true\ntls_version tlsv1",
            "listener=1883; allow_anonymous=true; tls_version=tlsv1"
        ), ("anonymous_enable=YES\nssl_tlsv1=YES", "anonymous_enable=YES; ssl_tlsv1=YES"),
        ("server a.pool iburst\nallow", "server=a.pool iburst; allow="),
        (
            "http_port 3128\nacl all src all  # c\nhttp_access deny all",
            "http_port=3128; acl=all src all; http_access=deny all"
        ),
        // stunnel
        (
            "pid = /x\n[https]\naccept = 443\nsslVersion = TLSv1\n[b]\nverify = 0",
            "pid=/x; https={accept=443; sslVersion=TLSv1}; b={verify=0}"
        ), ("; c\n[a]\nb = c", "a={b=c}"), ("[a] # c\nb = 1", "a={b=1}"),
        // lighttpd
        ("ssl.engine = \"enable\"", "ssl.engine='enable'"), ("a += \"b\"", "a='b'"),
        ("server.modules = ( \"a\", \"b\" )", "server.modules=['a', 'b']"),
        (
            "ssl.openssl.ssl-conf-cmd = (\"Protocol\" => \"-ALL, TLSv1\",\n  \"X\" => \"y\")\nb = 1",
            "ssl.openssl.ssl-conf-cmd={Protocol='-ALL, TLSv1'; X='y'}; b=1"
        ),
        (
            "$SERVER[\"socket\"] == \":443\" {\n  ssl.use-sslv3 = \"enable\"\n}",
            "$SERVER[\"socket\"]={== :443={ssl.use-sslv3='enable'}}"
        ), ("a {\n b = 1\n} else {\n b = 2\n}", "a={b=1}; else={b=2}"),
        ("a = (\"open\nb = 1", "a=(\"open; b=1"),
        // named.conf
        (
            "options {\n  recursion yes;\n  allow-query { any; };\n};",
            "options={recursion=yes; allow-query={any=}}"
        ), ("// c\nzone \"a\" {\n type master; # d\n};\n", "zone={a={type=master}}"),
        (
            "/* c\n d */\nkey \"k\" {\n algorithm hmac-md5;\n secret \"s\";\n};",
            "key={k={algorithm=hmac-md5; secret='s'}}"
        ),
        (
            "options {\n dnssec-validation no; // c\n};\nlogging {\n};",
            "options={dnssec-validation=no}; logging={}"
        ),
        // OpenVPN
        (
            "cipher BF-CBC\nauth MD5\ntls-version-min 1.0",
            "cipher=BF-CBC; auth=MD5; tls-version-min=1.0"
        ), ("<ca>\nline\nmore\n</ca>\nx 1", "ca='line\nmore'; x=1"),
        ("client\ndev tun\n;c\nremote a 1194 udp", "client=; dev=tun; remote=a 1194 udp"),
        ("<ca>\nline", "<ca>=; line= !1"),
        // ipsec.conf
        (
            "conn a\n  ike=3des-sha1-modp1024!\n  auto=start\nconn b\n  esp=null",
            "conn={a={ike=3des-sha1-modp1024!; auto=start}}; conn={b={esp=null}}"
        ),
        (
            "config setup\n\tcharondebug=\"all\"\n\nconn x\n\tkeyexchange=ikev1",
            "config={setup={charondebug='all'}}; conn={x={keyexchange=ikev1}}"
        ),
        // strongswan.conf, unbound
        (
            "connections {\n a {\n  proposals = aes128-sha1-modp1024\n }\n}",
            "connections={a={proposals=aes128-sha1-modp1024}}"
        ),
        (
            "server:\n  port: 53\n  tls-upstream: no\nremote-control:\n  control-enable: yes",
            "server={port=53; tls-upstream=no}; remote-control={control-enable=yes}"
        ),
        ("a: b", "a=b"), ("\u{FEFF}a b", "a=b"), ("a é", "a=é"), ("= b", " !1"),
        ("a = b = c", "a=b = c"), ("a it's", "a=it's"), ("a \"b # c\"", "a='b # c'"),
        ("a b#c", "a=b#c"),
    ])
    func tree(text: String, expected: String) {
        let document = ServerOutline.read(text, by: KeywordReader.read)
        #expect(ServerOutline.of(document) == expected)
        ServerOutline.checkSpans(document, of: text)
    }

    @Test func hostileTextsNeverTrap() {
        ServerOutline.torture(
            "a = 'b''c' # d\nx {\n y = (\"k\" => \"v\", z)\n}\nconn n\n  i=j\n[s]\np: q\n<ca>\nt\n</ca>\nu = v,\n  w\n",
            by: KeywordReader.read)
        ServerOutline.torture(
            "options {\n a b; /* c */\n d { \"e\"; };\n};\n// f\n", by: KeywordReader.read)
    }

    @Test func whatNeverClosesCostsLittle() {
        for piece in ["<a>\n", "a=(\n", "a {\n", "a = b\\\n", "[a\n", "a:\n b\n", "x y\n", "/*\n"] {
            let text = String(repeating: piece, count: 60_000)
            let start = ContinuousClock.now
            _ = ServerOutline.read(text, by: KeywordReader.read)
            #expect(ContinuousClock.now - start < .seconds(20))
        }
    }
}
