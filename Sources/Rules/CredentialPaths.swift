/// Kinds of paths that say how much an assignment weighs there.
enum CredentialPaths {
    /// Tests, samples, documents, translations, locks, snapshots, generated and vendored files:
    /// what stands there is shown, and does not block.
    static let low = [
        "**/test/**", "**/tests/**", "**/testing/**", "**/testdata/**", "**/test-data/**",
        "**/test_data/**", "**/testcases/**", "**/fixtures/**", "**/fixture/**",
        "**/__tests__/**", "**/__fixtures__/**", "**/__mocks__/**", "**/t/**", "**/spec/**",
        "**/specs/**", "**/mock/**", "**/mocks/**", "**/e2e/**", "**/example/**",
        "**/examples/**", "**/sample/**", "**/samples/**", "**/demo/**", "**/demos/**",
        "**/*Test/**", "**/*Tests/**", "**/*.Tests/**", "**/*-test/**", "**/*-tests/**",
        "**/*_test/**", "**/*_tests/**", "**/androidTest/**", "**/integrationTest/**",
        "**/cassettes/**", "**/vcr/**", "**/*testing*/**", "**/benchmark/**", "**/benchmarks/**",
        "*_test.*", "test_*", "*.test.*", "*.spec.*", "*_spec.rb", "*Test.java", "*Tests.java",
        "*Test.kt", "*Tests.kt", "*Tests.cs", "*Test.cs", "*Test.php", "*Tests.swift",
        "*Test.scala", "*Spec.scala", "*IT.java", "conftest.py", "*-test.*", "tests.py",
        "**/docs/**", "**/doc/**", "**/documentation/**", "**/Documentation/**", "*.rst", "*.md",
        "*.mdx", "*.markdown",
        "*.adoc", "*.html", "*.htm", "*.xhtml", "*.tex", "*.pod", "*.1", "*.5", "*.8", "CHANGELOG*",
        "CHANGES*", "HISTORY*", "ChangeLog*", "NEWS*", "*.man",
        "*.example", "*.sample", "*.dist", "*.template", "*.tmpl", "*.tpl", "*.erb",
        ".env.*example*", "*example*", "*sample*",
        "**/locale/**", "**/locales/**", "**/i18n/**", "**/l10n/**", "**/lang/**",
        "**/translations/**", "**/messages/**", "*messages*.properties", "*.po", "*.pot",
        "*.xlf", "*.xliff", "*.strings", "*.resx", "*.arb",
        "*.lock", "*-lock.json", "*lock.yaml", "*.lockb", "go.sum", "Cargo.lock", "*.min.js",
        "*.min.css", "*.map", "*.svg", "*.css", "*.scss", "*.less", "*.snap", "*.cast", "*.pem",
        "*.crt", "*.cer", "*.csv", "*.tsv", "*.bundle.js",
        "**/vendor/**", "**/vendored/**", "**/node_modules/**", "**/third_party/**",
        "**/third-party/**", "**/thirdparty/**", "**/site-packages/**", "**/dist-packages/**",
        "**/Pods/**", "**/external/**",
    ]

    /// Translations and locks: words there are texts and versions, and no passwords.
    static let texts = [
        "**/locale/**", "**/locales/**", "**/i18n/**", "**/l10n/**", "**/lang/**",
        "**/translations/**", "**/messages/**", "*messages*.properties", "*.po", "*.pot",
        "*.xlf", "*.xliff", "*.strings", "*.resx", "*.arb", "*.lock", "*-lock.json",
        "*lock.yaml", "*.map", "*.svg", "*.css", "*.snap",
    ]

    /// Sources in which a value without quotes is a name, a call or an expression.
    static let code = [
        "*.py", "*.pyi", "*.js", "*.jsx", "*.mjs", "*.cjs", "*.ts", "*.tsx", "*.mts", "*.vue",
        "*.svelte", "*.java", "*.kt", "*.kts", "*.scala", "*.go", "*.rs", "*.c", "*.h", "*.cc",
        "*.cpp", "*.cxx", "*.hh", "*.hpp", "*.m", "*.mm", "*.cs", "*.fs", "*.vb", "*.rb",
        "*.rake", "*.php", "*.swift", "*.dart", "*.lua", "*.pl", "*.pm", "*.t", "*.ex", "*.exs",
        "*.erl", "*.hs", "*.ml", "*.clj", "*.groovy", "*.gradle", "*.r", "*.R", "*.jl", "*.sql",
        "*.vim", "*.el", "*.tcl", "*.d", "*.zig", "*.nim", "*.cr", "*.proto", "*.graphql",
        "*.css", "*.scss", "*.less", "*.sass", "*.styl", "*.pas", "*.asm", "*.s", "*.S",
        "*.f90", "*.ipynb", "*.coffee", "*.pp", "*.tf", "*.rego", "*.bicep", "*.m4", "*.ac",
    ]
}
