/// Every validator by the name that rule files use.
package enum ValidatorRegistry {
    /// One line a validator, sorted by file name.
    package static let all: [any Validator] = [
        AWSAccessKeyIDValidator(),
        AWSBedrockKeyValidator(),
        AWSECRTokenValidator(),
        AgeBech32Validator(),
        ArtifactoryReferenceTokenValidator(),
        AtlassianCRC32Validator(),
        AtlassianDataCenterTokenValidator(),
        AzureAnnotatedKeyValidator(),
        AzureDevOpsCRC32Validator(),
        BIP32ExtendedKeyValidator(),
        Base32DecodesValidator(),
        Base64DecodesValidator(),
        Base64JSONValidator(),
        Base64UserPasswordValidator(),
        BitcoinWIFValidator(),
        BitwardenAccessTokenValidator(),
        CloudflareTunnelTokenValidator(),
        ConfluentCRC32Validator(),
        CratesIOXORValidator(),
        DiscordBotTokenValidator(),
        FlyMacaroonValidator(),
        GitHubCRC32Validator(),
        GitLabRoutableCRC32Validator(),
        GrafanaCRC32Validator(),
        GrafanaCloudTokenValidator(),
        GrafanaLegacyKeyValidator(),
        HighnoteKeyValidator(),
        JWKPrivateKeyValidator(),
        JWTValidator(),
        LuhnValidator(),
        MapboxTokenValidator(),
        NotBase64TextFilter(),
        NotEncryptedKeyFilter(),
        NotEncryptedValueFilter(),
        NotHexDigestFilter(),
        NotHexFilter(),
        NotHostnameFilter(),
        NotIdentifierFilter(),
        NotIntegrityHashFilter(),
        NotNaturalFilter(),
        NotNumberFilter(),
        NotPasswordHashFilter(),
        NotPathFilter(),
        NotReferenceFilter(),
        NotRepeatingFilter(),
        NotSentenceFilter(),
        NotSequenceFilter(),
        NotTrustStoreFilter(),
        NotURLFilter(),
        NotUUIDFilter(),
        NotWordFilter(),
        NpmCRC32Validator(),
        NvidiaNGCLegacyKeyValidator(),
        OnePasswordServiceAccountValidator(),
        OpenAIKeyValidator(),
        PEMPrivateKeyValidator(),
        PolarCRC32Validator(),
        PyPIMacaroonValidator(),
        SentryOrgTokenValidator(),
        SnykScopedTokenValidator(),
        SolanaKeypairValidator(),
        StorjAccessGrantValidator(),
        TeamCityTokenValidator(),
        UUIDv4Validator(),
        VaultUnsealKeyValidator(),
        WireGuardKeyValidator(),
        WorkOSKeyValidator(),
    ]

    private static let byName = Dictionary(
        all.map { (type(of: $0).name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The names, sorted.
    package static var names: [String] { byName.keys.sorted() }

    /// The validator of that name, if there is one.
    package static func validator(named name: String) -> (any Validator)? { byName[name] }

    /// The check characters that the validator of that name puts after `prefix`.
    ///
    /// Made to be handed to `Rules` as the source of `⟦sum:NAME⟧`.
    package static func checksum(named name: String, over prefix: [UInt8]) -> [UInt8]? {
        byName[name]?.checksum(over: prefix)
    }
}
