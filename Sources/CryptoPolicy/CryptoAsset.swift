package import ScanModel

/// One thing of cryptography with all the places of a scan that use it.
package struct CryptoAsset: Sendable {
    /// A place that uses it.
    package struct Place: Hashable, Comparable, Sendable {
        /// What showed it; the raw value is the word in reports.
        package enum Sign: String, Sendable {
            /// A call, a construction or a name in code.
            case code
            /// A setting of a document.
            case setting
            case certificate
            case key
        }

        /// Relative to the scanned root, as in findings.
        package let path: RedactedText
        package let region: Region
        package let sign: Sign
        /// The id of what of the inventory recognised it.
        package let recogniser: String
        /// Whether the use is in a test by the function around it.
        package let isInTest: Bool

        package init(
            path: RedactedText, region: Region, sign: Sign, recogniser: String, isInTest: Bool
        ) {
            self.path = path
            self.region = region
            self.sign = sign
            self.recogniser = recogniser
            self.isInTest = isInTest
        }

        package static func < (left: Place, right: Place) -> Bool {
            if left.path != right.path { return left.path < right.path }
            if left.region != right.region { return left.region < right.region }
            return left.recogniser < right.recogniser
        }
    }

    package let item: CryptoItem
    /// Sorted, each once.
    package let places: [Place]

    package init(item: CryptoItem, places: [Place]) {
        self.item = item
        self.places = places
    }
}
