/// The blocks of HCL files: Terraform's, and those of other tools by the words only they have.
enum HCLSubjects {
    private static let terraformKeys: Set<String> = [
        "resource", "data", "provider", "module", "terraform", "output", "ephemeral", "moved",
        "import", "removed", "check",
    ]

    static func read(_ root: DocumentNode, path: SubjectPath) -> [DocumentSubject] {
        let keys = Set(root.entries.map(\.key))
        let isVariables = path.name.hasSuffix(".tfvars")
        let isPacker =
            keys.contains("packer") || keys.contains("build") || path.name.hasSuffix(".pkr.hcl")
        let isNamedTerraform = path.name.hasSuffix(".tf") || path.name.hasSuffix(".tofu")
        if !isVariables, !isPacker,
            isNamedTerraform || hasBlocks(root, terraformKeys.union(["variable"]))
        {
            return terraform(root)
        }
        let platform: String
        if isVariables {
            platform = "tfvars"
        } else if isPacker {
            platform = "packer"
        } else if path.name.hasPrefix("terragrunt") || path.name == "root.hcl" {
            platform = "terragrunt"
        } else if hasBlocks(root, ["job"]) {
            platform = "nomad"
        } else if hasBlocks(root, ["listener", "seal", "storage", "path"]) {
            platform = "vault"
        } else if !keys.isDisjoint(with: [
            "datacenter", "verify_incoming", "verify_outgoing", "auto_encrypt", "bootstrap_expect",
        ]) {
            platform = "consul"
        } else {
            platform = "hcl"
        }
        var subjects = [DocumentSubject(platform: platform, body: root, header: root.header)]
        if isPacker {
            for entry in root.entries where entry.key == "source" || entry.key == "variable" {
                subjects += labelled(entry, platform: platform, prefix: "")
            }
        }
        return subjects
    }

    private static func hasBlocks(_ root: DocumentNode, _ keys: Set<String>) -> Bool {
        root.entries.contains { entry in
            // A block's body is a mapping; its labels are mappings of one entry.
            guard keys.contains(entry.key), entry.value.isMapping else { return false }
            return entry.key == "terraform"
                || (entry.value.entries.count == 1 && entry.value.entries[0].value.isMapping)
        }
    }

    private static func terraform(_ root: DocumentNode) -> [DocumentSubject] {
        var subjects: [DocumentSubject] = []
        for entry in root.entries {
            switch entry.key {
            case "resource": subjects += labelled(entry, platform: "terraform", prefix: "")
            case "data": subjects += labelled(entry, platform: "terraform", prefix: "data.")
            case "ephemeral":
                subjects += labelled(entry, platform: "terraform", prefix: "ephemeral.")
            case "provider":
                for name in entry.value.entries where name.value.isMapping {
                    subjects.append(subject("provider." + name.key, name.key, name.value, entry))
                }
            case "module", "variable", "output":
                for name in entry.value.entries where name.value.isMapping {
                    subjects.append(subject(entry.key, name.key, name.value, entry))
                }
            case "locals": subjects.append(subject("locals", "", entry.value, entry))
            case "terraform":
                subjects.append(subject("terraform", "", entry.value, entry))
                for inner in entry.value.entries {
                    if inner.key == "backend" {
                        for name in inner.value.entries where name.value.isMapping {
                            subjects.append(
                                subject("backend." + name.key, name.key, name.value, inner))
                        }
                    } else if inner.key == "cloud" {
                        subjects.append(subject("backend.cloud", "cloud", inner.value, inner))
                    }
                }
            default: break
            }
        }
        return subjects
    }

    private static func subject(
        _ type: String, _ name: String, _ body: DocumentNode, _ entry: DocumentEntry
    ) -> DocumentSubject {
        DocumentSubject(
            platform: "terraform", type: type, name: name, body: body, header: entry.keySpan)
    }

    /// A block with its type and its name as labels.
    private static func labelled(
        _ entry: DocumentEntry, platform: String, prefix: String
    ) -> [DocumentSubject] {
        entry.value.entries.flatMap { type in
            type.value.entries.filter(\.value.isMapping).map { name in
                DocumentSubject(
                    platform: platform, type: prefix + type.key, name: name.key, body: name.value,
                    header: entry.keySpan)
            }
        }
    }
}
