@testable import GitObjects
import ScanModel
import TestSupport
import Testing

/// The route through a sweep gives what the route through the reader gives.
@Suite struct SurveyTests {
    private struct Named: Hashable {
        let code: GitNotice.Code
        let id: ObjectID?
        let isIncomplete: Bool

        init(_ notice: GitNotice) {
            code = notice.code
            id = notice.objectID
            isIncomplete = notice.isIncomplete
        }
    }

    static func expectSameStories(
        _ opened: GitRepository, _ request: HistoryRequest = HistoryRequest(), jobs: Int = 2,
        sample: Int? = nil, comparesPaths: Bool = true
    ) async throws {
        let swept = try await SweptHistory(opened, jobs: jobs)
        let plan = try opened.history(request)
        let reached = Set(plan.blobs.map(\.id))
        var wanted = swept.blobs
        if let sample, wanted.count > sample {
            wanted = stride(from: 0, to: wanted.count, by: wanted.count / sample).map { wanted[$0] }
        }
        let survey = try opened.survey(swept.map, wanted: wanted, request: request)
        #expect(survey.commitCount == plan.commitCount)
        #expect(Set(survey.messages) == Set(plan.messages))
        #expect(survey.messages.count == plan.messages.count)
        let groups = wanted.map { [$0] } + [Array(wanted.prefix(7)), []]
        let old = try opened.attribute(groups: groups, request: request)
        let new = survey.attribute(groups: groups)
        #expect(old.count == new.count)
        for (index, id) in wanted.enumerated() {
            let place = survey.places[index]
            #expect(place.id == id)
            #expect(place.isReached == reached.contains(id), "\(id)")
            if comparesPaths, !request.includesUnreachable {
                #expect(Array(place.paths.prefix(Attribution.maxPaths)) == old[index].paths)
            }
        }
        for (one, other) in zip(old, new) {
            #expect(one.introduced == other.introduced)
            #expect(one.introducedKind == other.introducedKind)
            #expect(one.removed == other.removed)
            #expect(one.isAtHead == other.isAtHead)
            #expect(one.primaryObject == other.primaryObject)
            #expect(one.primaryPath == other.primaryPath)
            guard comparesPaths else { continue }
            #expect(one.paths == other.paths)
            #expect(one.omittedPathCount == other.omittedPathCount)
        }
        let known = Set(plan.notices.map { Named($0) })
        let given = Set(survey.notices.map { Named($0) })
        #expect(given.isSuperset(of: known), "\(known.subtracting(given))")
        for notice in given.subtracting(known) {
            // Only blobs: those the plan names, and the error comes when they are read.
            let id = try #require(notice.id)
            #expect(reached.contains(id))
            #expect(throws: GitError.self) { try opened.readBlob(id) }
        }
        for id in reached where sample == nil && (try? opened.readBlob(id)) == nil {
            #expect(survey.notices.contains { $0.objectID == id && $0.isIncomplete }, "\(id)")
        }
    }

    @Test(arguments: [
        "lifetime", "added-then-removed", "merge-only", "tag-message", "replace", "bare",
        "detached", "stash", "reflog-only", "octopus", "criss-cross", "rename", "unrelated",
        "submodule", "shallow", "skewed-dates", "empty", "unborn", "commit-message", "broken-refs",
        "partial", "hostile-tree", "worktree", "repeated", "moved-lines",
    ])
    func recipesGiveTheSameStories(recipe: String) async throws {
        let (_, opened) = try Made.repository(recipe)
        // Where one blob has 10¹⁰ paths, each route lists others.
        let isBounded = recipe != "hostile-tree"
        for request in [HistoryRequest(), HistoryRequest(includesUnreachable: true)] {
            try await SurveyTests.expectSameStories(opened, request, comparesPaths: isBounded)
        }
    }

    @Test(arguments: ["tree", "commit", "blob"], ["corrupt-object", "missing-object"])
    func damageGivesTheSameNotices(kind: String, recipe: String) async throws {
        let (_, opened) = try Made.repository(recipe, ["KIND": kind])
        try await SurveyTests.expectSameStories(opened)
        let swept = try await SweptHistory(opened)
        let survey = try opened.survey(swept.map, wanted: [], request: HistoryRequest())
        #expect(survey.notices.contains { $0.isIncomplete && $0.objectID != nil })
    }

    @Test func damageThatTheRequestDoesNotReachIsNoNotice() async throws {
        let (built, opened) = try Made.repository("missing-object", ["KIND": "blob"])
        try built.shell(
            "git update-ref refs/heads/other $(git -c user.name=Ada -c user.email=a@example.com "
                + "commit-tree -m Other $(git hash-object -w -t tree /dev/null))")
        let swept = try await SweptHistory(opened)
        let other = try opened.survey(
            swept.map, wanted: [], request: HistoryRequest(refs: ["other"]))
        #expect(other.commitCount == 1)
        #expect(other.notices.isEmpty)
        let all = try opened.survey(swept.map, wanted: [], request: HistoryRequest())
        #expect(all.notices.contains { $0.code == .objectMissing && $0.isIncomplete })
    }

    @Test(arguments: 1...4)
    func packingDoesNotMatter(seed: UInt64) async throws {
        let built = try RecipeRepository.imported(
            RandomHistory.stream(seed: seed, commits: 80))
        let packings = [
            "true",
            "git repack -adfq --window=10 --depth=50",
            "git repack -adfq --window=250 --depth=3",
            "git rev-list --objects branch0 | git pack-objects -q .git/objects/pack/pack",
            "git repack -adfq --window=50 --depth=4000 && "
                + "git rev-list --objects --all | git pack-objects -q --depth=2 "
                + "--no-reuse-delta --no-reuse-object .git/objects/pack/pack",
        ]
        var first: [Attribution]?
        for packing in packings {
            try built.shell(packing)
            let opened = try GitRepository.open(
                at: built.path(), environment: GitEnvironment())
            try await SurveyTests.expectSameStories(opened, jobs: 1)
            try await SurveyTests.expectSameStories(
                opened, HistoryRequest(refs: ["branch1"]), jobs: 3)
            let swept = try await SweptHistory(opened)
            let survey = try opened.survey(
                swept.map, wanted: swept.blobs, request: HistoryRequest())
            let all = survey.attribute(groups: swept.blobs.map { [$0] })
            #expect(first == nil || first == all)
            first = all
        }
    }

    @Test func refsAndLastHolderAreThoseThatGitKnows() async throws {
        let built = try RecipeRepository.imported(RandomHistory.stream(seed: 9, commits: 50))
        try built.shell("git repack -adfq")
        let opened = try GitRepository.open(at: built.path(), environment: GitEnvironment())
        let swept = try await SweptHistory(opened)
        let survey = try opened.survey(swept.map, wanted: swept.blobs, request: HistoryRequest())
        let result = survey.attribute(groups: swept.blobs.map { [$0] })
        var holders: [String: Set<String>] = [:]
        for commit in try built.git("rev-list", "--all").split(separator: "\n") {
            for line in try built.git("ls-tree", "-r", String(commit)).split(separator: "\n") {
                holders[String(line.split(separator: " ")[2].prefix(40)), default: []]
                    .insert(String(commit))
            }
        }
        var history: [String: Set<String>] = [:]
        for ref in try built.git("for-each-ref", "--format=%(refname)").split(separator: "\n") {
            history[String(ref)] = Set(
                try built.git("rev-list", String(ref)).split(separator: "\n").map(String.init))
        }
        for (id, one) in zip(swept.blobs, result) {
            let commits = holders[id.hex] ?? []
            let refs = history.filter { !$0.value.isDisjoint(with: commits) }.keys.sorted()
            #expect(one.refs == Array(refs.prefix(10)))
            #expect(one.omittedRefCount == max(0, refs.count - 10))
            #expect(one.isUnreachable == commits.isEmpty)
            let last = try #require(one.lastHeld?.hex)
            #expect(commits.contains(last))
            // None of the last holder's descendants holds it.
            let below = history.values.reduce(into: Set<String>()) { $0.formUnion($1) }
            #expect(below.contains(last))
        }
    }

    @Test func unreachableGroupsSaySo() async throws {
        let (_, opened) = try Made.repository("reflog-only")
        let request = HistoryRequest(includesUnreachable: true)
        let plan = try opened.history(request)
        let swept = try await SweptHistory(opened)
        let blobs = [Made.secret, Made.secretTwo].map { secret in
            opened.blobs(holding: secret, in: plan).map(\.id)
        }
        let survey = try opened.survey(swept.map, wanted: blobs.flatMap { $0 }, request: request)
        let stories = survey.attribute(groups: blobs)
        #expect(!stories[0].isUnreachable && stories[0].refs.isEmpty)
        #expect(stories[1].isUnreachable && stories[1].introduced == nil)
    }

    @Test(arguments: RealRepositories.paths)
    func realRepositoriesGiveTheSameStories(path: String) async throws {
        let opened = try GitRepository.open(at: path, environment: GitEnvironment())
        try await SurveyTests.expectSameStories(opened, sample: 200)
    }
}

extension GitRepository {
    fileprivate func survey(
        _ map: HistoryMap, wanted: [ObjectID], request: HistoryRequest
    ) throws -> HistorySurvey {
        try survey(map, try reach(map, request), wanted: wanted, request: request)
    }
}
