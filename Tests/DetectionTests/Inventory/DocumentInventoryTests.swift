import CryptoPolicy
import Testing

@testable import Detection

/// What documents set.
@Suite struct DocumentInventoryTests {
    private static let documentsCases: [(String, String, Set<String>)] = [
        (
            "nginx.conf", "server { ssl_protocols TLSv1 TLSv1.2; }",
            ["protocol TLS 1.0", "protocol TLS 1.2"]
        ),
        (
            "nginx.conf", "server { ssl_ciphers DES-CBC3-SHA:!aNULL; }",
            ["cipher-suite TLS_RSA_WITH_3DES_EDE_CBC_SHA"]
        ),
        (
            "nginx.conf", "server { ssl_ecdh_curve X25519:prime256v1; }",
            ["curve X25519", "curve P-256"]
        ),
        ("nginx.conf", "# ssl_protocols SSLv3;\nserver { }", []),
        ("httpd.conf", "SSLCipherSuite HIGH:!aNULL\n", ["suite-group HIGH"]),
        (
            "haproxy.cfg", "global\n  ssl-default-bind-ciphers ECDHE-RSA-AES128-GCM-SHA256\n",
            ["cipher-suite TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"]
        ),
        (
            "sshd_config", "Ciphers aes256-ctr,3des-cbc\nMACs hmac-sha2-256-etm@openssh.com\n",
            ["cipher ssh:aes256-ctr", "cipher ssh:3des-cbc", "mac ssh:hmac-sha2-256-etm"]
        ),
        (
            "sshd_config", "KexAlgorithms mlkem768x25519-sha256\n",
            ["key-agreement ssh:mlkem768x25519-sha256"]
        ),
        (
            "openssl.cnf", "[s]\nMinProtocol = TLSv1.2\nCipherString = DEFAULT@SECLEVEL=2\n",
            ["protocol TLS 1.2", "suite-group DEFAULT"]
        ),
        (
            "main.tf",
            "resource \"aws_lb_listener\" \"a\" {\n  ssl_policy = \"ELBSecurityPolicy-TLS-1-2-2017-01\"\n}\n",
            ["protocol TLS 1.2"]
        ),
        (
            "main.tf", "resource \"aws_lb_listener\" \"a\" {\n  ssl_policy = var.p\n}\n",
            ["protocol unknown"]
        ),
        (
            "main.tf",
            "resource \"aws_kms_key\" \"a\" {\n  customer_master_key_spec = \"RSA_2048\"\n}\n",
            ["key RSA-2048"]
        ),
        (
            "main.tf",
            "resource \"tls_private_key\" \"a\" {\n  algorithm = \"RSA\"\n  rsa_bits = 4096\n}\n",
            ["key RSA-4096"]
        ),
        (
            "main.tf",
            "resource \"azurerm_storage_account\" \"a\" {\n  min_tls_version = \"TLS1_1\"\n}\n",
            ["protocol TLS 1.1"]
        ),
        (
            "template.yaml",
            "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  K:\n    Type: AWS::KMS::Key\n    Properties:\n      KeySpec: ECC_NIST_P256\n",
            ["key P-256"]
        ),
        (
            "a.yaml",
            "apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n  - resources: [secrets]\n    providers:\n      - aescbc: {keys: []}\n",
            ["cipher AES-CBC"]
        ),
        (
            "a.yaml",
            "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: g}\nspec:\n  servers:\n    - tls: {minProtocolVersion: TLSV1_2}\n",
            ["protocol TLS 1.2"]
        ),
        (
            "kubelet.yaml",
            "kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\ntlsMinVersion: VersionTLS12\ntlsCipherSuites: [TLS_AES_128_GCM_SHA256]\n",
            ["protocol TLS 1.2", "cipher-suite TLS_AES_128_GCM_SHA256"]
        ),
    ]

    @Test(arguments: documentsCases)
    func documents(_ path: String, _ text: String, _ expected: Set<String>) throws {
        #expect(try InventoryScan(text, path: path).names == expected)
    }

    @Test func placesAreThoseOfTheValue() throws {
        let scan = try InventoryScan("server {\n  ssl_protocols TLSv1.3;\n}\n", path: "nginx.conf")
        #expect(scan.found == ["2:17 protocol TLS 1.3"])
        #expect(scan.result.assets[0].sign == .setting)
    }

    /// What does not read as its format is told, and nothing is made up.
    @Test func brokenDocumentsAreTold() throws {
        let scan = try InventoryScan(
            "server {\n  ssl_protocols TLSv1.3;\n", path: "nginx.conf")
        #expect(scan.result.problems.map(\.code) == ["detection.document-syntax"])
    }
}
