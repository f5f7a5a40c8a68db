import Documents
import Testing

@Suite struct DocumentFormatTests {
    @Test(arguments: DocumentFormatTests.named)
    func nameTells(path: String, format: DocumentFormat?) {
        #expect(detect(path, "") == format)
    }

    @Test(arguments: DocumentFormatTests.looked)
    func firstLinesTell(path: String, text: String, format: DocumentFormat?) {
        #expect(detect(path, text) == format)
    }

    @Test(arguments: DocumentFormat.allCases)
    func everyFormatIsRead(format: DocumentFormat) {
        let document = [UInt8]("a".utf8).withUnsafeBytes { format.read($0) }
        #expect(document.format == format)
    }

    private func detect(_ path: String, _ text: String) -> DocumentFormat? {
        Array(text.utf8).withUnsafeBytes { DocumentFormat.detect(path: path, bytes: $0) }
    }

    private static let named: [(String, DocumentFormat?)] = [
        ("a/b.yml", .yaml), ("A/B.YAML", .yaml), (".kube/config", .yaml), ("mongod.conf", .yaml),
        ("x.json", .json), ("x.jsonc", .json), ("x.ipynb", .json), ("a.tfstate", .json),
        ("terraform.tfstate.backup", .json), ("composer.lock", .json), ("x.tf.json", .json),
        ("Cargo.lock", .toml), ("pyproject.toml", .toml), ("Pipfile", .toml),
        (".npmrc", .ini), ("home/.aws/credentials", .ini), ("r/.git/config", .ini),
        ("php.ini", .ini), ("x.repo", .ini), (".gitmodules", .ini), ("setup.cfg", .ini),
        ("application-prod.properties", .properties), ("java.security", .properties),
        (".env", .env), (".env.production", .env), (".env.example", .env), ("prod.env", .env),
        (".env.ts", nil), (".env.yml", .yaml), (".env.md", nil),
        ("main.tf", .hcl), ("x.tfvars", .hcl), ("x.pkr.hcl", .hcl), ("m.bicep", .bicep),
        ("web.config", nil), ("pom.xml", .xml), ("Info.plist", .xml), ("A.csproj", .xml),
        ("Dockerfile", .dockerfile), ("Dockerfile.prod", .dockerfile),
        ("a.dockerfile", .dockerfile),
        ("Containerfile", .dockerfile), ("nginx.conf", .nginx), ("nginx/conf.d/a.conf", .nginx),
        ("nginx.conf.j2", .nginx), ("httpd.conf", .apache), (".htaccess", .apache),
        ("etc/apache2/conf/ssl.conf", .apache), ("haproxy.cfg", .haproxy),
        ("haproxy.cfg.erb", .haproxy), ("Caddyfile", .caddyfile), ("sshd_config", .ssh),
        ("etc/ssh/sshd_config.d/10.conf", .ssh), (".ssh/config", .ssh), ("openssl.cnf", .openssl),
        ("redis.conf", .keyword), ("postgresql.conf.sample", .keyword), ("etc/sudoers", .keyword),
        ("etc/sudoers.d/x", .keyword), ("main.cf", .keyword), ("conf.yaml.dist", .yaml),
        ("values.yaml.tmpl", nil), ("x.json.j2", nil), ("a.properties.erb", .properties),
        ("main.swift", nil), ("README.md", nil), ("LICENSE", nil), ("", nil), ("/", nil),
        ("a.dist.dist.dist.dist.yml", .yaml), ("x.target", nil),
    ]

    private static let looked: [(String, String, DocumentFormat?)] = [
        ("a.conf", "server {\n  listen 443 ssl;\n}\n", .nginx),
        ("a.conf", "# c\nssl_protocols TLSv1.2;\nssl_ciphers HIGH;\n", .nginx),
        ("a.conf", "<VirtualHost *:443>\nSSLEngine on\n</VirtualHost>", .apache),
        ("a.conf", "SSLProtocol all\nServerName x\n", .apache),
        ("a.cfg", "global\n  maxconn 5\nfrontend f\n  bind :443\n", .haproxy),
        ("a.conf", "[main]\na = 1\n", .ini), ("a.conf", "a = 1\nb = 2\n", .ini),
        ("a.conf", "port 6379\nbind 127.0.0.1\n", .keyword),
        ("a.conf", "net:\n  tls:\n    mode: disabled\n", .yaml),
        ("a.conf", "akka {\n  a = b\n}\n", nil), ("a.conf", "{\n \"a\": 1}", .json),
        ("a.conf", "options {\n  directory \"/x\";\n};\n", nil),
        ("a.conf", "#!/bin/sh\na=1\n", nil), ("a.conf", "", nil), ("a.conf", "a = 1\0", nil),
        ("web.config", "<?xml version=\"1.0\"?>\n<configuration/>", .xml),
        ("web.config", "\u{FEFF}<configuration>\n</configuration>", .xml),
        ("my-extra.cnf", "[mysqld]\nssl=0\n", .ini),
        ("ca.cnf", "[ req ]\ndefault_md = sha1\n", .openssl),
        ("ca.conf", "[req]\ndistinguished_name = dn\n[dn]\n", .openssl),
        ("x.service", "[Unit]\nDescription=x\n", .ini), ("x.target", "text", nil),
        ("s.template", "{\n  \"AWSTemplateFormatVersion\": \"2010-09-09\"}", .json),
        ("s.template", "AWSTemplateFormatVersion: 2010-09-09\n", .yaml),
        ("d.conf.template", "server {\n listen 80;\n}", .nginx), ("s.template", "Hello", nil),
        ("data", "{\"a\": 1}", .json), ("manifest", "apiVersion: v1\nkind: Pod\n", .yaml),
        ("conf", "---\na: 1\n", .yaml), ("conf", "[a]\nb=1", .ini), ("run", "#!/bin/sh\n", nil),
        ("page", "<?xml version=\"1.0\"?><a/>", .xml), ("NOTES", "some: words here\n", nil),
        ("Info.plist", "bplist00", nil), ("Dockerfile.go", "FROM x", .dockerfile),
        ("a.vhost", "<VirtualHost *:80>\n</VirtualHost>\n", .apache),
    ]
}
