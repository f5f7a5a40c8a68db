/// Tells paths of tests, examples and other people's code from those of the product.
///
/// A misuse there is shown and never blocks: it is not what the product runs.
enum PeripheralPath {
    private static let folders: Set<String> = [
        "t", "test", "tests", "testing", "testdata", "test-data", "__tests__", "__mocks__", "spec",
        "specs", "e2e", "fixtures", "fixture", "mocks", "vendor", "vendored", "node_modules",
        "third_party", "third-party", "thirdparty", "_vendor", "site-packages", "dist-packages",
        "external", "pods", "jvmtest", "androidtest", "commontest", "kitchen-tests",
    ]
    private static let suffixes = [
        "Test.java", "Tests.java", "IT.java", "Test.kt", "Tests.kt", "Tests.cs", "Test.cs",
        "Tests.swift", "Test.swift", "_spec.rb", "Test.php", "Spec.scala", "Test.scala", ".min.js",
    ]

    /// Whether a path belongs to tests or to vendored code.
    static func isPeripheral(_ path: String) -> Bool {
        let components = path.split(separator: "/")
        guard let name = components.last else { return false }
        if components.dropLast().contains(where: { folders.contains($0.lowercased()) }) {
            return true
        }
        if suffixes.contains(where: name.hasSuffix) { return true }
        // `parser_test.go`, `parser.test.ts`, `parser.spec.ts`, `test_parser.py`.
        let stem = name.split(separator: ".").dropLast()
        return stem.last == "test" && stem.count > 1 || stem.last == "spec" && stem.count > 1
            || stem.first.map { $0.hasSuffix("_test") || $0.hasPrefix("test_") } ?? false
    }
}
