internal import ScanModel

extension RuleStructure {
    /// A path at which a text is read as the first of the rule's subjects, for its examples.
    package var examplePath: String? {
        guard let subject = try? settingRule()?.subjects.first,
            let platform = subject.source.split(separator: "/").first
        else { return nil }
        return RuleStructure.examplePaths[String(platform)]
    }

    private static let examplePaths = [
        "terraform": "main.tf", "tfvars": "prod.tfvars", "cloudformation": "template.yaml",
        "arm": "azuredeploy.json", "kubernetes": "deployment.yaml",
        "compose": "docker-compose.yml", "github-actions": ".github/workflows/ci.yml",
        "gitlab-ci": ".gitlab-ci.yml", "azure-pipelines": "azure-pipelines.yml",
        "circleci": ".circleci/config.yml", "ansible": "roles/web/tasks/main.yml",
        "helm-values": "values.yaml", "spring": "application.yml",
        "docker-daemon": "daemon.json", "kubeconfig": "kubeconfig.yaml",
        "dockerfile": "Dockerfile", "nginx": "nginx.conf", "apache": "httpd.conf",
        "haproxy": "haproxy.cfg", "caddyfile": "Caddyfile", "ssh": "sshd_config",
        "openssl": "openssl.cnf", "yaml": "config.yaml", "json": "config.json",
        "toml": "config.toml", "ini": "config.ini", "properties": "app.properties",
        "env": ".env", "xml": "config.xml", "bicep": "main.bicep", "hcl": "config.hcl",
    ]
}
