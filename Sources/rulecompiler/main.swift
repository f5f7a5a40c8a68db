// Compiles rule files into Swift: `rulecompiler FOLDER OUTPUT`. Run by the EmbedRules plugin.
import CryptoPolicy
import Foundation
import Patterns
import Rules

/// A Swift string literal of any text.
func literal(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": escaped += "\\" + String(scalar)
        case " "..."~": escaped.unicodeScalars.append(scalar)
        default: escaped += "\\u{" + String(scalar.value, radix: 16) + "}"
        }
    }
    return escaped + "\""
}

/// The elements of an array of file names and texts.
func texts(_ sources: [PolicyCatalog.Source]) -> String {
    sources.map { source in
        "(\(literal(source.file)), \(literal(String(decoding: source.bytes, as: UTF8.self))))"
    }.joined(separator: ", ")
}

func compile(folder: String, output: String) throws {
    let root = URL(fileURLWithPath: folder)
    let files =
        FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
        .filter { $0.hasSuffix(".yml") }.sorted() ?? []
    var entries: [RuleFileReader.Entry] = []
    var policies: [PolicyCatalog.Source] = []
    var inventory: [PolicyCatalog.Source] = []
    var faults: [String] = []
    for file in files {
        let bytes = Array(try Data(contentsOf: root.appending(path: file)))
        do {
            if file.hasPrefix("policies/") {
                policies.append(.init(file: "rules/" + file, bytes: bytes))
            } else if file.hasPrefix("inventory/") {
                inventory.append(.init(file: "rules/" + file, bytes: bytes))
                _ = try InventoryRule.read(bytes, file: "rules/" + file)
            } else {
                entries += try RuleFileReader.read(bytes, file: "rules/" + file)
            }
        } catch {
            faults.append(error.message)
        }
    }
    do {
        _ = try PolicyCatalog(policies).all()
    } catch {
        faults.append(error.message)
    }
    if !faults.isEmpty {
        throw RuleError(.invalidFile, faults.joined(separator: "\nerror: "))
    }
    let set = try RuleSet(entries)
    let database =
        set.literals.isEmpty
        ? [] : try LiteralSet(set.literals, groups: set.literalGroups).serialized()
    let source = """
        extension EmbeddedRules {
            /// What decides matching, for `RuleSet(matching:literals:documentation:)`.
            package static var matching: StaticString { \(literal(RuleSetCodec.encode(set.rules))) }
            /// The literals of the rules, sorted.
            package static var literals: StaticString { \(literal(set.encodedIndex)) }
            /// How many rules there are.
            package static var count: Int { \(set.rules.count) }
            /// Words and examples of the rules.
            package static var documentation: StaticString {
                \(literal(RuleSetCodec.encode(try set.allDocumentation())))
            }
            /// Policy files: the name for errors, and the text.
            package static var policies: [(file: String, text: StaticString)] {
                [\(texts(policies))]
            }
            /// Files of the inventory's rules: the name for errors, and the text.
            package static var inventory: [(file: String, text: StaticString)] {
                [\(texts(inventory))]
            }
            /// The literal database of the building machine in base64.
            package static var literalDatabase: StaticString {
                \(literal(Data(database).base64EncodedString()))
            }
        }

        """
    try source.write(toFile: output, atomically: true, encoding: .utf8)
}

guard CommandLine.arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: rulecompiler FOLDER OUTPUT\n".utf8))
    exit(2)
}
do {
    try compile(folder: CommandLine.arguments[1], output: CommandLine.arguments[2])
} catch {
    FileHandle.standardError.write(Data("error: \(error)\n".utf8))
    exit(1)
}
