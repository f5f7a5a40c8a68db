import GitObjects
import ScanModel
import TestSupport
import Testing

@Suite struct DamageTests {
    @Test(arguments: ["tree", "commit"], ["corrupt-object", "missing-object"])
    func damageIsNamedAndTheRestIsRead(kind: String, recipe: String) throws {
        let (_, opened) = try Made.repository(recipe, ["KIND": kind])
        let plan = try opened.history(HistoryRequest())
        let code: GitNotice.Code =
            recipe == "corrupt-object" ? .objectCorrupt : .objectMissing
        let notice = try #require(plan.notices.first { $0.code == code })
        #expect(notice.isIncomplete)
        #expect(notice.objectID != nil)
        #expect(plan.blobs.contains { $0.paths == ["README.md"] })
        #expect(plan.blobs.contains { $0.paths == ["other/notes.txt"] })
    }

    @Test(arguments: ["corrupt-object", "missing-object"])
    func damagedBlobIsAnErrorWhenItIsRead(recipe: String) throws {
        let (_, opened) = try Made.repository(recipe, ["KIND": "blob"])
        let plan = try opened.history(HistoryRequest())
        let blob = try #require(plan.blobs.first { $0.paths == ["folder/secret.env"] })
        let code: GitError.Code = recipe == "corrupt-object" ? .corruptObject : .missingObject
        #expect(throws: GitError(code, "")) { try opened.readBlob(blob.id) }
    }

    @Test func shallowCloneIsIncomplete() throws {
        let (_, opened) = try Made.repository("shallow")
        #expect(opened.info.isShallow)
        let plan = try opened.history(HistoryRequest())
        #expect(plan.notices.map(\.code) == [.shallow])
        #expect(plan.notices.allSatisfy { $0.isIncomplete })
        #expect(throws: GitError(.shallow, "")) {
            try opened.changes(base: "origin/main", head: "origin/topic")
        }
    }

    @Test func partialCloneNamesWhatIsMissing() throws {
        let (_, opened) = try Made.repository("partial")
        #expect(opened.info.isPartialClone)
        let plan = try opened.history(HistoryRequest())
        #expect(plan.blobs.count == 2)
        for blob in plan.blobs {
            let error = #expect(throws: GitError.self) { try opened.readBlob(blob.id) }
            #expect(error?.code == .missingObject)
            #expect(error?.message.contains("partial clone") == true)
        }
    }

    @Test func partialCloneIsKnownByItsPacks() throws {
        let (built, _) = try Made.repository("partial")
        // Which of the two is set depends on git's version.
        _ = try? built.git("config", "--unset", "remote.origin.promisor")
        _ = try? built.git("config", "--unset", "extensions.partialclone")
        #expect(throws: (any Error).self) {
            try built.git("config", "--get-regexp", "promisor$|^extensions[.]partialclone")
        }
        let opened = try GitRepository.open(at: built.path(), environment: GitEnvironment())
        #expect(opened.info.isPartialClone)
        let whole = try Made.repository("lifetime").opened
        #expect(!whole.info.isPartialClone)
    }

    @Test func brokenRefsAreNamed() throws {
        let (_, opened) = try Made.repository("broken-refs")
        let plan = try opened.history(HistoryRequest())
        #expect(Set(plan.notices.map(\.code)) == [.refBroken, .objectMissing, .reflogBroken])
        #expect(plan.notices.allSatisfy { $0.isIncomplete })
        #expect(plan.commitCount == 1)
    }

    @Test func hostileTreesAreReadAsFarAsTheyGo() throws {
        let (_, opened) = try Made.repository("hostile-tree")
        let plan = try opened.history(HistoryRequest())
        #expect(opened.holds(Made.secret, in: plan))
        let codes = plan.notices.map(\.code)
        #expect(codes.contains(.treeIrregular))
        #expect(codes.contains(.objectCorrupt))
        for branch in ["names", "mode", "torn", "unsorted", "ring", "bomb"] {
            let one = try opened.history(HistoryRequest(refs: [branch]))
            #expect(opened.holds(Made.secret, in: one), "\(branch)")
            let changes = try opened.history(HistoryRequest(range: "main..\(branch)"))
            #expect(opened.holds(Made.secret, in: changes), "\(branch)")
            let blob = try #require(opened.blobs(holding: Made.secret, in: one).first)
            let groups = try opened.attribute(
                groups: [[blob.id]], request: HistoryRequest(refs: [branch]))
            #expect(groups[0].introduced != nil, "\(branch)")
        }
        for branch in ["torn", "nodigits", "liar"] {
            let one = try opened.history(HistoryRequest(refs: [branch]))
            #expect(one.notices.contains { $0.isIncomplete }, "\(branch)")
        }
    }

    @Test(arguments: [(7, false), (8, true)])
    func depthIsBounded(depth: Int, isCut: Bool) throws {
        var limits = ScanLimits()
        limits.maxPathDepth = 7
        let (_, opened) = try Made.repository(
            "deep-tree", ["DEPTH": String(depth)], limits: limits)
        let plan = try opened.history(HistoryRequest())
        #expect(opened.holds(Made.secret, in: plan) == !isCut)
        #expect(plan.notices.contains { $0.code == .pathDepth && $0.isIncomplete } == isCut)
        let range = try opened.history(HistoryRequest(range: "main..deep"))
        #expect(opened.holds(Made.secret, in: range) == !isCut)
        #expect(range.notices.contains { $0.code == .pathDepth && $0.isIncomplete } == isCut)
    }

    @Test func objectSizeIsBounded() throws {
        var limits = ScanLimits()
        limits.maxBlobBytes = 4
        let (built, opened) = try Made.repository("lifetime", limits: limits)
        #expect(throws: GitError(.objectTooLarge, "")) {
            try opened.readBlob(try built.id("HEAD:README.md"))
        }
    }

    @Test func noticesAreBoundedAndCounted() {
        var ledger = NoticeLedger()
        for number in 0..<1500 {
            ledger.add(GitNotice(.objectMissing, "\(number)", isIncomplete: true))
            ledger.add(GitNotice(.objectMissing, "0", isIncomplete: true))
        }
        #expect(ledger.notices.count == 1001)
        #expect(ledger.notices.contains { $0.message.hasPrefix("500 more") && $0.isIncomplete })
    }
}
