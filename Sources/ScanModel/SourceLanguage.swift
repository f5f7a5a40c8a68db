/// The language of a text file, as the `languages` of a rule name it.
package enum SourceLanguage: String, CaseIterable, Sendable {
    case apache
    case batch
    case c
    case csharp
    case dart
    case dockerfile
    case elixir
    case go
    case groovy
    case haproxy
    case hcl
    case ini
    case java
    case javascript
    case json
    case kotlin
    case lua
    case makefile
    case nginx
    case perl
    case php
    case powershell
    case python
    case ruby
    case rust
    case scala
    case shell
    case sql
    case ssh
    case swift
    case toml
    case visualbasic
    case xml
    case yaml

    /// The word used in rule files.
    package var word: String { rawValue }

    /// Reads the word back; `nil` for any other text.
    package init?(word: some StringProtocol) { self.init(rawValue: String(word)) }

    /// Longest start of a file that is looked at for a shebang, in bytes.
    package static let maxFirstLineByteCount = 256

    /// The language of a file by its name, then its folder, then its extension, then its first
    /// line.
    ///
    /// - Parameters:
    ///   - path: with `/` between components.
    ///   - firstLine: the start of the file; what follows the first line break is not looked at.
    /// - Returns: `nil` when nothing tells.
    package static func detect(
        path: String, firstLine: UnsafeRawBufferPointer
    ) -> SourceLanguage? {
        let components = path.utf8.split(separator: UInt8(ascii: "/")).suffix(3)
            .map { Substring($0).lowercased() }
        let name = components.last ?? ""
        if let language = languageByName[name] { return language }
        let folders = Array(components.dropLast())
        if let folder = folders.last, let language = languageByFolder[folder],
            !languageNamesItself(name)
        {
            return language
        }
        for (prefix, language) in languageByNamePrefix where name.hasPrefix(prefix) {
            return language
        }
        // The last two extensions: `nginx.conf.j2` is what `nginx.conf` is.
        var stem = name[...]
        for _ in 0..<2 {
            guard let dot = stem.utf8.lastIndex(of: UInt8(ascii: ".")) else { break }
            let suffix = String(stem[stem.index(after: dot)...])
            if let language = languageByExtension[suffix] {
                return language == .ini ? configuration(name: name, folders: folders) : language
            }
            guard templateExtensions.contains(suffix) else { break }
            stem = stem[..<dot]
            if let language = languageByName[String(stem)] { return language }
        }
        return languageOfFirstLine(firstLine)
    }

    /// A `.conf` or `.cfg` belongs to the server whose name or folder it carries.
    private static func configuration(name: String, folders: [String]) -> SourceLanguage {
        for (word, language) in serverWords
        where name.contains(word) || folders.contains(where: { $0.contains(word) }) {
            return language
        }
        return .ini
    }

    /// Whether a file in a server's folder has an extension of some other language.
    private static func languageNamesItself(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: "."),
            let language = languageByExtension[String(name[name.index(after: dot)...])]
        else { return false }
        return language != .ini
    }

    /// The language of `#!/usr/bin/env python3`, `<?php` and the like.
    private static func languageOfFirstLine(_ bytes: UnsafeRawBufferPointer) -> SourceLanguage? {
        var line = bytes.prefix(maxFirstLineByteCount)
        if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        line = line.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        if line.starts(with: "<?php".utf8) { return .php }
        if line.starts(with: "<?xml".utf8) || line.starts(with: "<!DOCTYPE".utf8) { return .xml }
        guard line.starts(with: "#!".utf8) else { return nil }
        let words = line.dropFirst(2).split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        for word in words {
            let base = word.split(separator: UInt8(ascii: "/")).last ?? word
            // Options and assignments of env, then the interpreter: `env -S A=b python3 -u`.
            if base.elementsEqual("env".utf8) || base.first == UInt8(ascii: "-")
                || base.contains(UInt8(ascii: "="))
            {
                continue
            }
            // `python3.12` and `ruby2.7` are python and ruby.
            let letters = base.prefix { !(48...57).contains($0) && $0 != UInt8(ascii: ".") }
            return languageByInterpreter[String(decoding: letters, as: UTF8.self).lowercased()]
        }
        return nil
    }
}
