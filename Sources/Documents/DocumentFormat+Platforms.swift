extension DocumentFormat {
    /// Whether a text of this format may have a subject of a platform, as `Document.subjects` finds
    /// them; `false` only where it has none for certain, so that it need not be read.
    ///
    /// - Parameters:
    ///   - platform: in lower case.
    ///   - holds: whether a word stands in the text, in any case, or may stand there.
    package func mayHold(platform: String, path: String, holds: (String) -> Bool) -> Bool {
        switch self {
        case .hcl: return platform == rawValue || DocumentFormat.blockPlatforms.contains(platform)
        case .bicep: return platform == "arm"
        case .xml: return platform == rawValue || platform == "plist"
        case .properties:
            return platform == rawValue
                || platform == "spring" && DocumentFormat.mayBeSpring(path, holds)
        case .yaml, .json: break
        default: return platform == rawValue
        }
        if platform == rawValue { return true }
        if DocumentFormat(rawValue: platform) != nil { return false }
        let path = SubjectPath(path)
        switch platform {
        case "packer", "terragrunt", "nomad", "vault", "consul": return false
        case "tfvars": return path.name.hasSuffix(".tfvars.json")
        case "helm-values": return path.name.contains("values")
        case "spring": return DocumentFormat.mayBeSpring(path.name, holds)
        case "terraform" where path.name.hasSuffix(".tf.json"),
            "terraform" where path.name.hasSuffix(".tofu.json"):
            return true
        default:
            guard let words = DocumentFormat.platformWords[platform] else { return true }
            return words.contains { $0.allSatisfy(holds) }
        }
    }

    /// What `HCLSubjects` tells apart, beside files of no known tool.
    private static let blockPlatforms: Set<String> = [
        "terraform", "tfvars", "packer", "terragrunt", "nomad", "vault", "consul",
    ]

    /// Keys by which platforms are told in YAML and JSON: one of the lists stands in the text.
    private static let platformWords: [String: [[String]]] = [
        "kubernetes": [["kind", "apiVersion"]],
        "kubeconfig": [["kind", "apiVersion"]],
        "cloudformation": [["AWSTemplateFormatVersion"], ["Resources", "Type"]],
        "serverless": [["resources"]],
        "arm": [["schema"], ["contentVersion", "resources"]],
        "terraform": [
            ["resource"], ["planned_values"], ["resource_changes"], ["root_module"],
            ["terraform_version"],
        ],
        "github-actions": [["jobs"], ["runs", "using"]],
        "compose": [["services"]],
        "bitbucket": [["pipelines"]],
        "openapi": [["openapi"], ["swagger"], ["asyncapi"]],
    ]

    private static func mayBeSpring(_ path: String, _ holds: (String) -> Bool) -> Bool {
        let path = path.lowercased()
        return path.contains("application") || path.contains("bootstrap") || holds("spring")
    }
}
