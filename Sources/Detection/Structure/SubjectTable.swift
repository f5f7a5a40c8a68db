internal import Documents
internal import ScanModel

/// The subjects of a document, found by globs of `platform/type`.
struct SubjectTable {
    private let subjects: [DocumentSubject]
    /// Distinct names in the order in which they first stand, and who has them.
    private var names: [(name: String, numbers: [Int])] = []
    private var placeOfName: [String: Int] = [:]

    init(_ subjects: [DocumentSubject]) {
        self.subjects = subjects
        for (number, subject) in subjects.enumerated() {
            let name = (subject.platform + "/" + subject.type).lowercased()
            if let place = placeOfName[name] {
                names[place].numbers.append(number)
            } else {
                placeOfName[name] = names.count
                names.append((name, [number]))
            }
        }
    }

    subscript(number: Int) -> DocumentSubject { subjects[number] }

    /// The subjects that fit one of the globs, in order.
    func numbers(of globs: [NameGlob]) -> [Int] {
        var numbers: Set<Int> = []
        for glob in globs {
            if SubjectTable.isGlob(glob) {
                for (name, members) in names where glob.matches(name) {
                    numbers.formUnion(members)
                }
            } else if let place = placeOfName[glob.source.lowercased()] {
                numbers.formUnion(names[place].numbers)
            }
        }
        return numbers.sorted()
    }

    /// How many names `numbers(of:)` looks at.
    func cost(of globs: [NameGlob]) -> Int {
        globs.reduce(0) { $0 + (SubjectTable.isGlob($1) ? names.count : 1) }
    }

    private static func isGlob(_ glob: NameGlob) -> Bool {
        glob.source.utf8.contains(UInt8(ascii: "*"))
    }
}
