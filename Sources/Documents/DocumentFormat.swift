/// The grammars that are read into a tree.
package enum DocumentFormat: String, Sendable, CaseIterable {
    case yaml, json, toml
    /// Sections and keys: ini, gitconfig, systemd units, `.npmrc`, yum repositories, `my.cnf`.
    case ini
    /// Java's properties.
    case properties
    /// `KEY=value` lines for an environment.
    case env
    case hcl, bicep, xml, dockerfile
    case nginx, apache, haproxy, caddyfile
    /// `sshd_config` and `ssh_config`.
    case ssh
    /// `openssl.cnf`.
    case openssl
    /// Lines of a keyword and its value: redis.conf, postgresql.conf, main.cf, dovecot.conf, sudoers.
    case keyword
}
