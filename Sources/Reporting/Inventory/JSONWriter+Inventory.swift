internal import CryptoPolicy
internal import ScanModel

/// The vocabulary of `inventory --format json`; `docs/inventory.md` describes it for readers.
extension JSONWriter {
    /// Writes an inventory as the next value.
    func inventory(_ inventory: CryptoInventory) {
        object(.spread) {
            member("schemaVersion", JSONWriter.schemaVersion)
            object("tool") {
                member("name", "Portcullis")
                member("version", inventory.toolVersion)
            }
            member("command", "inventory")
            member("asOf", inventory.date.description)
            object("policy") {
                member("name", inventory.policy.name)
                member("title", inventory.policy.title)
                member("extends", inventory.policy.ancestors)
            }
            array("assets", .spread) {
                for asset in inventory.assets where !hasFailed { self.asset(asset, inventory) }
            }
            array("notifications", .spread) {
                for notification in inventory.notifications where !hasFailed {
                    object { notificationMembers(notification) }
                }
            }
            object("summary", .spread) {
                object("statistics") { statisticsMembers(inventory.statistics) }
                object("assetCounts") {
                    for (status, count) in inventory.tally { member(status.rawValue, count) }
                }
                member("complete", !inventory.isIncomplete)
            }
        }
    }

    private func asset(_ asset: CryptoAsset, _ inventory: CryptoInventory) {
        let item = asset.item
        let verdict = inventory.verdict(on: item)
        object {
            member("kind", item.kind.rawValue)
            member("name", item.name)
            object("parameters") {
                for (name, value) in item.parameters.words { member(name, value) }
            }
            if let certificate = item.certificate { certificateMember(certificate) }
            object("verdict") {
                member("status", verdict.status.rawValue)
                member("since", ifPresent: verdict.since?.description)
                member("severity", ifPresent: severity(verdict))
                member("reason", verdict.reason)
                member("document", verdict.document)
                member("fix", ifPresent: verdict.entry?.fix)
            }
            member("policyEntries", item.policyEntries)
            array("changes") {
                for entry in inventory.policy.entries(for: item) {
                    for (status, change) in entry.changes(after: inventory.date) {
                        object {
                            member("entry", entry.id)
                            member("status", status.rawValue)
                            member("from", change.from.description)
                            member("document", change.document)
                        }
                    }
                }
            }
            array("places") {
                for place in asset.places where !hasFailed {
                    object {
                        member("path", place.path.text)
                        member("startLine", place.region.startLine)
                        member("startColumn", place.region.startColumn)
                        member("endLine", place.region.endLine)
                        member("endColumn", place.region.endColumn)
                        member("sign", place.sign.rawValue)
                        member("recogniser", place.recogniser)
                        if place.isInTest { member("test", true) }
                    }
                }
            }
        }
    }

    private func severity(_ verdict: PolicyVerdict) -> String? {
        verdict.status > .unknown ? verdict.entry?.severity.word : nil
    }

    private func certificateMember(_ certificate: CertificateSummary) {
        object("certificate") {
            member("subject", ifPresent: certificate.subject?.text)
            member("issuer", ifPresent: certificate.issuer?.text)
            member("notBefore", certificate.notBefore.description)
            member("notAfter", certificate.notAfter.description)
            member("signature", certificate.signature)
            member("key", certificate.key)
            member("authority", certificate.isAuthority)
            member("selfSigned", certificate.isSelfSigned)
            member("identity", certificate.identity)
        }
    }
}
