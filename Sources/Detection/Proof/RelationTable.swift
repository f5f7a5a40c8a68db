package import ScanModel

/// Holds the findings of a whole scan against each other: private keys against certificates and
/// public keys, signed tokens against secrets.
///
/// Enters: what each blob gave, in the order of the inputs, so that the number of threads does not
/// matter. Leaves: evidence and related places of findings. Its work is bounded; beyond the bounds
/// a relation may be missed, and no finding.
package struct RelationTable {
    /// Most public keys and certificates that are kept.
    private static let maxTraces = 200_000
    /// Most bytes over which signatures are computed: about a second's work.
    private static let maxSignedBytes = 256 << 20
    /// Most related places that one finding gets.
    private static let maxRelated = 10

    private var holders: [Fingerprint: [Holder]] = [:]
    private var traceCount = 0
    private var keys: [(finding: Int, digests: [Fingerprint])] = []
    private var tokens: [(finding: Int, token: SignedToken)] = []
    private var candidates: [(finding: Int, value: [UInt8])] = []

    fileprivate struct Holder {
        let trace: KeyTrace
        let location: Location
    }

    package init() {}

    /// Takes the public keys and certificates of one place.
    package mutating func add(_ traces: [KeyTrace], in provenance: Provenance) {
        for trace in traces where traceCount < Self.maxTraces {
            traceCount += 1
            holders[trace.digest, default: []].append(
                Holder(
                    trace: trace,
                    location: Location(
                        provenance: provenance, region: trace.region, snippet: trace.snippet,
                        lineHash: "")))
        }
    }

    /// Takes what may prove a finding, known by its index.
    package mutating func add(_ material: ProofMaterial, of finding: Int) {
        if !material.keyDigests.isEmpty { keys.append((finding, material.keyDigests)) }
        if let token = material.token { tokens.append((finding, token)) }
        if let value = material.value { candidates.append((finding, value)) }
    }

    /// The findings with what could be proven of them; their order and number stay.
    ///
    /// - Parameter wasBounded: set when there was more to compare than is done.
    package func relate(_ findings: [Finding], wasBounded: inout Bool) -> [Finding] {
        var related = findings
        for key in keys where related.indices.contains(key.finding) {
            related[key.finding] = related[key.finding].adding(proof: places(of: key.digests))
        }
        verifyTokens(&related, &wasBounded)
        return related
    }

    private func places(of digests: [Fingerprint]) -> [Holder] {
        let found = digests.flatMap { holders[$0] ?? [] }.sorted {
            ($0.rank, $0.location.provenance.path, $0.location.region)
                < ($1.rank, $1.location.provenance.path, $1.location.region)
        }
        var known: Set<Location> = []
        return Array(found.filter { known.insert($0.location).inserted }.prefix(Self.maxRelated))
    }

    private func verifyTokens(_ findings: inout [Finding], _ wasBounded: inout Bool) {
        guard !tokens.isEmpty, !candidates.isEmpty else { return }
        var distinct: [[UInt8]: [Int]] = [:]
        var values: [[UInt8]] = []
        for candidate in candidates {
            if distinct[candidate.value] == nil { values.append(candidate.value) }
            distinct[candidate.value, default: []].append(candidate.finding)
        }
        var signedBytes = 0
        for (number, token) in tokens {
            for value in values {
                guard signedBytes < Self.maxSignedBytes else {
                    wasBounded = true
                    return
                }
                signedBytes += token.cost
                guard token.isSigned(by: value), let secrets = distinct[value] else { continue }
                RelationTable.join(number, secrets, in: &findings)
            }
        }
    }

    /// Tells a token and the secrets that sign it of each other.
    private static func join(_ token: Int, _ secrets: [Int], in findings: inout [Finding]) {
        guard findings.indices.contains(token) else { return }
        for secret in secrets.prefix(maxRelated) where findings.indices.contains(secret) {
            let place = findings[secret].primary
            findings[token] = findings[token].adding(
                evidence: [
                    Evidence(.proven, "Its signature verifies with the secret at \(place.name).")
                ],
                related: [
                    RelatedLocation(
                        kind: .signature, location: place,
                        message: RedactedText(redacted: "The secret that signs this token."))
                ])
            let signed = findings[token].primary
            findings[secret] = findings[secret].adding(
                evidence: [
                    Evidence(.proven, "It signs the token at \(signed.name).")
                ],
                related: [
                    RelatedLocation(
                        kind: .signature, location: signed,
                        message: RedactedText(redacted: "A token that this secret signs."))
                ])
        }
    }
}

extension RelationTable {
    /// One place of the public half, in words.
    fileprivate static func sentence(_ holder: Holder) -> String {
        let place = holder.location.name
        switch holder.trace.holder {
        case .certificate:
            let until = holder.trace.validUntil.map { ", valid until \($0)" } ?? ""
            return "This key belongs to the certificate at \(place)\(until)."
        case .request: return "This key belongs to the certificate request at \(place)."
        case .publicKey, .sshKey, .jsonWebKey, .pgpKey:
            return "Its public half is the \(holder.trace.holder.rawValue) at \(place)."
        }
    }
}

extension RelationTable.Holder {
    /// Certificates say most.
    fileprivate var rank: Int {
        switch trace.holder {
        case .certificate: 0
        case .request: 1
        case .publicKey, .sshKey, .jsonWebKey, .pgpKey: 2
        }
    }

    fileprivate var related: RelatedLocation {
        let until = trace.validUntil.map { ", valid until \($0)" } ?? ""
        return RelatedLocation(
            kind: .publicHalf, location: location,
            message: RedactedText(
                redacted: "The public half of this key: \(trace.holder.rawValue)\(until)."))
    }
}

extension Finding {
    /// The finding of a private key with the places of its public half: a sentence for the first
    /// of each kind.
    fileprivate func adding(proof holders: [RelationTable.Holder]) -> Finding {
        guard !holders.isEmpty else { return self }
        var told: Set<KeyTrace.Holder> = []
        let sentences = holders.filter { told.insert($0.trace.holder).inserted }.map {
            Evidence(.proven, RelationTable.sentence($0))
        }
        return adding(evidence: sentences, related: holders.map(\.related))
    }
}

extension Location {
    /// Path and line; the path is redacted already.
    fileprivate var name: String { "\(provenance.path.text):\(max(region.startLine, 1))" }
}
