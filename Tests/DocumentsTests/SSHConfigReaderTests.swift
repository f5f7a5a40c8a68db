import Documents
import Testing

@Suite struct SSHConfigReaderTests {
    @Test(arguments: [
        ("", ""), ("# c", ""), ("Port 22", "Port=22"), ("Port=22", "Port=22"),
        ("Port = 22", "Port=22"), ("port\t22", "port=22"),
        ("Ciphers aes128-cbc,3des-cbc", "Ciphers=aes128-cbc,3des-cbc"),
        ("PermitRootLogin yes\nProtocol 2,1", "PermitRootLogin=yes; Protocol=2,1"),
        ("PermitRootLogin yes # c", "PermitRootLogin=yes"), ("Banner \"/a b\"", "Banner='/a b'"),
        ("A", "A="), ("  A 1", "A=1"), ("A 1\r\nB 2\r\n", "A=1; B=2"),
        ("A  1  2", "A=1 2"),
        (
            "Match User bob\n A no\nMatch all\n A yes",
            "Match={User bob={A=no}}; Match={all={A=yes}}"
        ),
        ("A 1\nMatch Address 10.0.0.0/8\n B 2", "A=1; Match={Address 10.0.0.0/8={B=2}}"),
        ("Host *\n StrictHostKeyChecking no", "Host={*={StrictHostKeyChecking=no}}"),
        ("Host a b\n X 1\nHost c\n X 2", "Host={a b={X=1}}; Host={c={X=2}}"),
        ("host=a\nX=1", "host={a={X=1}}"), ("Host \"a b\"\n X 1", "Host={a b={X=1}}"),
        ("Include /etc/ssh/*.conf", "Include=/etc/ssh/*.conf"),
        ("IdentityFile ~/.ssh/%h", "IdentityFile=~/.ssh/%h"),
        ("IdentityFile ${HOME}/x", "IdentityFile=<${HOME}/x>"),
        ("KexAlgorithms +diffie-hellman-group1-sha1", "KexAlgorithms=+diffie-hellman-group1-sha1"),
        ("= 1", " !1"), ("A \"open", "A='open' !1"), ("\u{FEFF}A 1", "A=1"),
        ("Subsystem sftp /usr/lib/sftp-server", "Subsystem=sftp /usr/lib/sftp-server"),
        ("A é", "A=é"),
        (
            "UserKnownHostsFile /dev/null\nUserKnownHostsFile x",
            "UserKnownHostsFile=/dev/null; UserKnownHostsFile=x"
        ),
    ])
    func tree(text: String, expected: String) {
        let document = ServerOutline.read(text, by: SSHConfigReader.read)
        #expect(ServerOutline.of(document) == expected)
        ServerOutline.checkSpans(document, of: text)
    }

    @Test func hostileTextsNeverTrap() {
        ServerOutline.torture(
            "Port=22\nBanner \"a b\" # c\nMatch User \"x\"\n Ciphers = a,b\nHost *\n A ${B}\n",
            by: SSHConfigReader.read)
    }
}
