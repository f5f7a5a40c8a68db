import GitObjects
import ScanModel
import TestSupport
import Testing

@Suite struct AttributionTests {
    private func attribute(_ recipe: String, _ secret: MadeSecret = Made.secret) throws -> (
        built: RecipeRepository, attribution: Attribution
    ) {
        let (built, opened) = try Made.repository(recipe)
        let plan = try opened.history(HistoryRequest())
        let group = opened.blobs(holding: secret, in: plan).map(\.id)
        let result = try opened.attribute(groups: [group], request: HistoryRequest())
        return (built, try #require(result.first))
    }

    @Test func lifetimeOfASecretInSeveralVersions() throws {
        let (built, attribution) = try attribute("lifetime")
        #expect(try attribution.introduced == built.id("HEAD~3"))
        #expect(attribution.introducedKind == .commit)
        #expect(try attribution.removed == built.id("HEAD~1"))
        #expect(!attribution.isAtHead)
        #expect(attribution.paths == ["config/app.env"])
        #expect(try attribution.primaryObject == built.id("HEAD~3:config/app.env"))
        #expect(attribution.primaryPath == "config/app.env")
    }

    @Test(arguments: ["merge-only", "octopus"])
    func mergeOnlyContentIsTheMerges(recipe: String) throws {
        let (built, attribution) = try attribute(recipe)
        #expect(try attribution.introduced == built.id("HEAD"))
        #expect(attribution.isAtHead)
        #expect(attribution.removed == nil)
    }

    @Test func renamesAndCopiesAreOneStory() throws {
        let (built, attribution) = try attribute("rename")
        #expect(try attribution.introduced == built.id("HEAD~2"))
        #expect(attribution.primaryPath == "first.env")
        #expect(attribution.paths == ["deep/copy.env", "first.env", "second.env"])
        #expect(attribution.isAtHead)
    }

    @Test func removalOnASideBranchCounts() throws {
        let (built, attribution) = try attribute("added-then-removed")
        #expect(try attribution.introduced == built.id("topic~2"))
        #expect(try attribution.removed == built.id("topic~1"))
    }

    @Test func messagesAttributeToThemselves() throws {
        let (built, opened) = try Made.repository("commit-message")
        let commit = try built.id("HEAD")
        let one = try opened.attribute(groups: [[commit]], request: HistoryRequest())[0]
        #expect(one.introduced == commit && one.isAtHead && one.primaryObject == commit)
        let (tagged, openedTags) = try Made.repository("tag-message")
        let tag = try tagged.id("v1.0")
        let two = try openedTags.attribute(groups: [[tag]], request: HistoryRequest())[0]
        #expect(two.introduced == tag && two.introducedKind == .tag && two.primaryObject == tag)
    }

    @Test func unreachableBlobHasNoCommit() throws {
        let (_, opened) = try Made.repository("reflog-only")
        let request = HistoryRequest(includesUnreachable: true)
        let plan = try opened.history(request)
        let blob = try #require(opened.blobs(holding: Made.secretTwo, in: plan).first)
        let one = try opened.attribute(groups: [[blob.id]], request: request)[0]
        #expect(one.introduced == nil && one.paths.isEmpty && one.primaryObject == blob.id)
    }

    @Test func groupsAreAttributedEachOnItsOwn() throws {
        let (built, opened) = try Made.repository("lifetime")
        let readme = try built.id("HEAD:README.md")
        let config = try built.id("HEAD~2:config/app.env")
        let result = try opened.attribute(
            groups: [[readme], [config], []], request: HistoryRequest())
        #expect(try result[0].introduced == built.id("HEAD"))
        #expect(try result[1].introduced == built.id("HEAD~2"))
        #expect(result[2].introduced == nil)
    }

    @Test func commitDetailsAreThoseThatGitShows() throws {
        let (built, opened) = try Made.repository("lifetime")
        let commit = try opened.commitDetails(try built.id("HEAD"))
        #expect(commit.author?.name == "Ada Example")
        #expect(commit.author?.email == "ada@example.com")
        #expect(commit.author?.time.offsetMinutes == 120)
        let seconds = try Int64(built.git("log", "-1", "--format=%at"))
        #expect(commit.author?.time.secondsSince1970 == seconds)
        let message = commit.bytes.withUnsafeBytes {
            String(decoding: $0[commit.messageRange], as: UTF8.self)
        }
        #expect(message == "Explain\n")
    }
}
