/// The formats that names of files tell. All names are in lower case.
enum FormatNames {
    /// Copies that people keep of a file.
    static let copyEndings: Set<String> = [
        "dist", "sample", "example", "default", "bak", "backup", "old", "orig", "disabled", "local",
        "rpmnew", "rpmsave", "dpkg-dist",
    ]

    /// Files that a program fills in.
    static let templateEndings: Set<String> = [
        "j2", "jinja", "jinja2", "erb", "epp", "tmpl", "tpl", "tftpl", "mustache", "gotmpl", "in",
    ]

    /// Units of systemd, and other things too.
    static let unitEndings: Set<String> = [
        "service", "socket", "timer", "mount", "automount", "target", "path", "slice", "swap",
        "network", "netdev", "nspawn", "link", "container",
    ]

    /// Formats that are read line by line, so that what is no line of theirs harms no other.
    static let lineFormats: Set<DocumentFormat> = [
        .ini, .properties, .env, .nginx, .apache, .haproxy, .ssh, .openssl, .keyword, .dockerfile,
        .caddyfile,
    ]

    /// By what stands after the last dot.
    static let endings: [String: DocumentFormat] = table([
        .yaml: ["yaml", "yml", "eyaml", "cff"],
        .json: [
            "json", "jsonc", "json5", "jsonl", "ndjson", "hujson", "ipynb", "tfstate", "har",
            "webmanifest", "code-workspace", "avsc", "sarif", "jwk", "jwks", "geojson",
        ],
        .toml: ["toml"],
        .ini: [
            "ini", "repo", "desktop", "gitconfig", "npmrc", "editorconfig", "wgconf",
            "nmconnection", "pypirc",
        ],
        .properties: ["properties"],
        .env: ["env"],
        .hcl: ["tf", "tfvars", "hcl", "tofu", "nomad"],
        .bicep: ["bicep", "bicepparam"],
        .xml: [
            "xml", "csproj", "vbproj", "fsproj", "vcxproj", "sqlproj", "props", "targets", "plist",
            "pom", "nuspec", "wsdd", "jnlp", "mobileconfig", "entitlements", "pubxml", "xaml",
            "wsdl", "jspx", "pubsettings", "publishsettings", "cscfg", "csdef",
        ],
        .dockerfile: ["dockerfile", "containerfile"],
        .nginx: ["nginx", "nginxconf"],
        .apache: ["htaccess"],
        .haproxy: ["haproxy"],
        .caddyfile: ["caddyfile", "caddy"],
        .keyword: ["ovpn"],
    ])

    private static let names: [String: DocumentFormat] = table([
        .yaml: [
            ".yamllint", ".clang-format", ".clang-tidy", ".gemrc", "chart.lock", "pubspec.lock",
            "kubeconfig", ".condarc", "mongod.conf", "mongos.conf", ".mongod.conf",
        ],
        .json: [
            "composer.lock", "pipfile.lock", "flake.lock", "deno.lock", ".babelrc", ".jshintrc",
            ".bowerrc", ".swcrc", ".watchmanconfig", ".dockercfg", "terraform.tfstate.backup",
            ".arcconfig", ".tern-project",
        ],
        .toml: ["cargo.lock", "poetry.lock", "uv.lock", "pdm.lock", "gopkg.lock", "pipfile"],
        .ini: [
            ".gitconfig", "gitconfig", ".gitmodules", ".npmrc", "npmrc", "pip.conf", ".pypirc",
            ".editorconfig", ".flake8", ".pylintrc", "pylintrc", ".coveragerc", ".boto", ".s3cfg",
            ".hgrc", "hgrc", ".wslconfig", "wsl.conf", "my.cnf", ".my.cnf", "mysqld.cnf",
            "setup.cfg",
            "supervisord.conf", "odbc.ini", "smb.conf", "stunnel.conf", "php-fpm.conf", "www.conf",
            "alembic.ini", "yum.conf", "dnf.conf", "ansible.cfg", ".mylogin.cnf", "vsftpd.conf",
        ],
        .properties: ["java.security"],
        .env: [".env", ".flaskenv"],
        .dockerfile: ["dockerfile", "containerfile"],
        .nginx: ["nginx.conf"],
        .apache: [
            "httpd.conf", "apache2.conf", ".htaccess", "httpd-ssl.conf", "httpd-vhosts.conf",
        ],
        .haproxy: ["haproxy.cfg", "haproxy.conf"],
        .caddyfile: ["caddyfile"],
        .ssh: ["sshd_config", "ssh_config"],
        .openssl: ["openssl.cnf", "openssl.conf", "openssl-fips.cnf", "fipsmodule.cnf"],
        .keyword: [
            "redis.conf", "sentinel.conf", "valkey.conf", "postgresql.conf",
            "postgresql.auto.conf", "main.cf", "dovecot.conf", "sudoers", "mosquitto.conf",
            "squid.conf", "ldap.conf", "slapd.conf", "unbound.conf", "turnserver.conf",
            "login.defs", "proftpd.conf", "ntp.conf", "chrony.conf", "snmpd.conf", "rsyslog.conf",
        ],
    ])

    /// The format of a file that one name, or the start of it, is enough for.
    static func format(ofName name: String) -> DocumentFormat? {
        if let format = names[name] { return format }
        if name.hasPrefix("dockerfile.") || name.hasPrefix("containerfile."),
            !name.hasSuffix(".js"), !name.hasSuffix(".ts"), !name.hasSuffix(".md")
        {
            // Such as the tests of a linter: `Dockerfile.go`.
            return endings[ending(of: name)] ?? .dockerfile
        }
        if name.hasPrefix("caddyfile.") { return .caddyfile }
        if name.hasPrefix(".env.") {
            let ending = ending(of: name)
            return isCode(ending) ? endings[ending] : .env
        }
        return nil
    }

    /// The format of a file by the folders it stands in, the nearest last.
    static func format(ofName name: String, in folders: [String]) -> DocumentFormat? {
        guard let folder = folders.last else { return nil }
        let isPlain = !name.contains(".")
        switch folder {
        case ".kube" where name == "config": return .yaml
        case ".ssh" where name == "config": return .ssh
        case ".aws" where name == "config" || name == "credentials": return .ini
        case ".git" where name == "config": return .ini
        case ".cargo" where name == "config" || name == "credentials": return .toml
        case "sudoers.d": return .keyword
        case "etc" where name == "environment": return .env
        default: break
        }
        guard isPlain || name.hasSuffix(".conf") || name.hasSuffix(".cf") else { return nil }
        if folder == "sshd_config.d" || folder == "ssh_config.d" { return .ssh }
        if folders.contains("nginx") && name.hasSuffix(".conf") { return .nginx }
        if folders.contains("apache2") || folders.contains("httpd"), name.hasSuffix(".conf") {
            return .apache
        }
        if folders.contains("dovecot") || folders.contains("postfix") {
            return isPlain ? nil : .keyword
        }
        return nil
    }

    private static func ending(of name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return String(name[name.index(after: dot)...])
    }

    /// Endings of programs and documents, which are no names of environments.
    private static func isCode(_ ending: String) -> Bool {
        endings[ending].map { $0 != .env }
            ?? [
                "js", "ts", "mjs", "cjs", "tsx", "jsx", "py", "rb", "go", "sh", "php", "md", "cs",
                "kt",
                "java", "rs", "swift", "lua", "vue", "txt", "html",
            ].contains(ending)
    }

    private static func table(
        _ lists: KeyValuePairs<DocumentFormat, [String]>
    ) -> [String: DocumentFormat] {
        var table: [String: DocumentFormat] = [:]
        for (format, names) in lists {
            for name in names { table[name] = format }
        }
        return table
    }
}
