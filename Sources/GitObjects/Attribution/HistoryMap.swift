import ScanModel

/// A repository's commits, trees and tags as a sweep recorded them.
package final class HistoryMap: Sendable {
    let catalog: ObjectCatalog
    let commits: HistoryRecording.Commits
    let trees: TreeRopes
    let tags: HistoryRecording.Tags
    let names: NameTable
    /// What is named and not in the catalog, by number less the catalog's count.
    let missing: [ObjectID]
    /// Objects that the sweep could not read, by number.
    let failures: [Int: GitError]
    /// For each object of the catalog its tree, commit or tag; see `place(of:)`.
    private let places: [Int32]

    private enum Place {
        static let none: Int32 = -1
        static func commit(_ index: Int) -> Int32 { Int32(truncatingIfNeeded: -2 - 2 * index) }
        static func tag(_ index: Int) -> Int32 { Int32(truncatingIfNeeded: -3 - 2 * index) }
    }

    /// Puts together what the workers of a sweep recorded.
    ///
    /// - Parameter failures: what the sweep did not visit.
    package convenience init(
        _ sweep: ObjectSweep, _ recordings: [HistoryRecording],
        failures: [(number: Int, error: GitError)]
    ) {
        self.init(sweep.catalog, recordings, failures: failures)
    }

    init(
        _ catalog: ObjectCatalog, _ recordings: [HistoryRecording],
        failures: [(number: Int, error: GitError)]
    ) {
        self.catalog = catalog
        var all = recordings.first ?? HistoryRecording()
        for recording in recordings.dropFirst() { all.append(recording, catalog) }
        commits = all.commits
        trees = all.trees
        tags = all.tags
        names = all.names
        missing = all.missing.ids

        var places = [Int32](repeating: Place.none, count: catalog.count)
        for (index, number) in commits.numbers.enumerated() {
            places[Int(number)] = Place.commit(index)
        }
        for (index, number) in tags.numbers.enumerated() { places[Int(number)] = Place.tag(index) }
        var duplicates: [Int] = []
        for (index, number) in trees.numbers.enumerated() {
            if catalog.isDuplicate(Int(number)) {
                duplicates.append(index)
            } else {
                places[Int(number)] = Int32(truncatingIfNeeded: index)
            }
        }
        for index in duplicates {
            // Its own number first; another copy serves when that one could not be read.
            let id = catalog.id(of: Int(trees.numbers[index]))
            guard let number = catalog.number(of: id), places[number] == Place.none else {
                continue
            }
            places[number] = Int32(truncatingIfNeeded: index)
        }
        var lost: [Int: GitError] = [:]
        for (number, error) in failures where !catalog.isDuplicate(number) {
            if places[number] == Place.none { lost[number] = error }
        }
        for number in commits.corrupt + tags.corrupt {
            let id = catalog.id(of: Int(number))
            lost[Int(number)] = GitError(
                .corruptObject, "Object \(id) is a commit or tag that does not parse.",
                objectID: id)
        }
        self.failures = lost
        self.places = places
    }

    /// The id of an object of the catalog or of a missing one.
    func id(of number: Int) -> ObjectID {
        number < catalog.count ? catalog.id(of: number) : missing[number - catalog.count]
    }

    /// The number of an object of the catalog or of a missing one.
    func number(of id: ObjectID) -> Int? { catalog.number(of: id) }

    /// The tree of a number; `nil` when the object is none or was not read.
    func tree(of number: Int) -> Int? {
        guard number < places.count, places[number] >= 0 else { return nil }
        return Int(places[number])
    }

    /// The tree of an id.
    func tree(of id: ObjectID) -> Int? { catalog.number(of: id).flatMap { tree(of: $0) } }

    /// What an object was recorded as; `nil` for a blob and for what was not read.
    func recordedKind(of number: Int) -> ObjectKind? {
        guard number < places.count, places[number] != Place.none else { return nil }
        if places[number] >= 0 { return .tree }
        return places[number] & 1 == 0 ? .commit : .tag
    }

    /// What a commit names; `nil` when the object is none or was not read.
    func links(ofCommit number: Int) -> CommitLinks? {
        guard recordedKind(of: number) == .commit else { return nil }
        let index = Int(-2 - places[number]) / 2
        let range = Int(commits.parentStarts[index])..<Int(commits.parentStarts[index + 1])
        return CommitLinks(
            tree: id(of: Int(commits.trees[index])),
            parents: commits.parents[range].map { id(of: Int($0)) },
            committerSeconds: commits.seconds[index])
    }

    /// What a tag names; `nil` when the object is none or was not read.
    func target(ofTag number: Int) -> ObjectID? {
        guard recordedKind(of: number) == .tag else { return nil }
        return id(of: Int(tags.targets[Int(-3 - places[number]) / 2]))
    }
}
