import ScanModel

/// `tool`, `taxonomies` and `invocations` of a SARIF run.
extension JSONWriter {
    /// Writes `tool` with every rule and notification descriptor (SARIF §3.18).
    func sarifTool(
        _ report: ScanReport, _ selection: SarifSelection, _ options: ReporterOptions
    ) {
        object("tool", .spread) {
            object("driver", .spread) {
                member("name", "Portcullis")
                member("semanticVersion", report.toolVersion)
                member("informationUri", ifPresent: options.informationURI)
                array("rules", .spread) {
                    for rule in selection.rules where !hasFailed {
                        sarifRule(rule, selection, options)
                    }
                }
                array("notifications", .spread) {
                    for code in selection.noticeCodes { object { member("id", code) } }
                }
                if !selection.weaknesses.isEmpty {
                    array("supportedTaxonomies") { weaknessTaxonomyReference() }
                }
                object("properties") { member("ruleSetDigest", report.ruleSetDigest) }
            }
        }
    }

    /// Writes `taxonomies` with the CWE entries that the rules name (SARIF §3.14.8).
    func sarifTaxonomies(_ selection: SarifSelection) {
        guard !selection.weaknesses.isEmpty else { return }
        array("taxonomies", .spread) {
            object(.spread) {
                member("name", "CWE")
                member("organization", "MITRE")
                object("shortDescription") {
                    member("text", "The MITRE Common Weakness Enumeration")
                }
                member("informationUri", "https://cwe.mitre.org/")
                member("isComprehensive", false)
                array("taxa", .spread) {
                    for number in selection.weaknesses {
                        object {
                            member("id", String(number))
                            member(
                                "helpUri",
                                "https://cwe.mitre.org/data/definitions/\(number).html")
                        }
                    }
                }
            }
        }
    }

    /// Writes `invocations`: whether all was read, the exit status, and every notification
    /// (SARIF §3.20).
    func sarifInvocations(_ report: ScanReport, _ selection: SarifSelection) {
        array("invocations", .spread) {
            object(.spread) {
                member("executionSuccessful", !report.verdict.isIncomplete)
                member("exitCode", Int(report.verdict.exitStatus.rawValue))
                member("exitCodeDescription", report.verdict.exitStatus.word)
                array("toolExecutionNotifications", .spread) {
                    for notice in selection.notices where !hasFailed {
                        sarifNotification(notice, selection)
                    }
                }
                object("properties") {
                    object("statistics") { statisticsMembers(report.statistics) }
                    member("blockingCount", report.verdict.blockingCount)
                    member("failOn", report.verdict.threshold.severity.word)
                }
            }
        }
    }

    private func sarifRule(
        _ rule: RuleDescriptor, _ selection: SarifSelection, _ options: ReporterOptions
    ) {
        object {
            member("id", rule.id.rawValue)
            member("name", SarifRule.clipped(SarifRule.pascalCaseName(rule.id), to: 255))
            sarifText("shortDescription", SarifRule.clipped(rule.name))
            sarifText("fullDescription", SarifRule.clipped(rule.finds))
            object("help") {
                member("text", SarifRule.plainHelp(rule))
                member("markdown", SarifRule.markdownHelp(rule))
            }
            member(
                "helpUri",
                ifPresent: rule.references.lazy.compactMap(SarifURI.absolute).first
                    ?? options.informationURI)
            object("defaultConfiguration") { member("level", SarifRule.level(rule.severity)) }
            if !rule.cwe.isEmpty {
                array("relationships") {
                    for number in rule.cwe.sorted() {
                        guard let index = selection.weaknessIndices[number] else { continue }
                        object {
                            object("target") {
                                member("id", String(number))
                                member("index", index)
                                object("toolComponent") {
                                    member("name", "CWE")
                                    member("index", 0)
                                }
                            }
                            member("kinds", ["superset"])
                        }
                    }
                }
            }
            object("properties") {
                member("tags", SarifRule.tags(rule).prefix(options.sarifProfile.maxTags))
                member("security-severity", SarifRule.securitySeverity(rule.severity))
                member("precision", rule.confidence.word)
                member("kind", rule.kind.rawValue)
            }
        }
    }

    private func sarifNotification(_ notice: SarifNotice, _ selection: SarifSelection) {
        object {
            object("descriptor") {
                member("id", notice.code)
                if let index = selection.noticeIndices[notice.code] { member("index", index) }
            }
            member("level", notice.level.word)
            sarifText("message", notice.message)
            if let path = notice.path, !path.isEmpty {
                array("locations") {
                    object {
                        object("physicalLocation") {
                            sarifArtifact(SarifURI.reference(path: path))
                        }
                    }
                }
            }
            object("properties") { member("incomplete", notice.isIncomplete) }
        }
    }

    /// Writes an object with one text, in which nothing reads as a link: SARIF §3.11.6 makes one
    /// of `[text](address)`, and the text may come from the scanned material.
    func sarifText(_ name: String, _ text: String) {
        let bytes = text.utf8
        let hasLink = zip(bytes, bytes.dropFirst()).contains {
            $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: "(")
        }
        object(name) { member("text", hasLink ? text.replacing("](", with: "] (") : text) }
    }

    /// Writes `artifactLocation`.
    func sarifArtifact(_ reference: String) {
        object("artifactLocation") {
            member("uri", reference)
            if SarifURI.isRelative(reference) { member("uriBaseId", "%SRCROOT%") }
        }
    }

    private func weaknessTaxonomyReference() {
        object {
            member("name", "CWE")
            member("index", 0)
        }
    }
}
