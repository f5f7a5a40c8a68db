import Foundation
import TestSupport

/// Random edits, moves, copies and merges of a few hundred files, as a stream for
/// `git fast-import`.
struct RandomHistory {
    private var state: UInt64
    private var stream = ""
    private var branches: [[String]] = [[]]
    private var tips: [Int] = []
    private var commitCount = 0

    /// A stream of so many commits, the same for the same seed.
    static func stream(seed: UInt64, commits: Int) -> String {
        var history = RandomHistory(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        for _ in 0..<commits { history.commit() }
        history.tag()
        return history.stream
    }

    private init(state: UInt64) { self.state = state }

    private mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(limit, 1)))
    }

    private mutating func commit() {
        let isNewBranch = !tips.isEmpty && branches.count < 5 && below(8) == 0
        let from = below(tips.count)
        var own = from
        if isNewBranch {
            own = branches.count
            branches.append(branches[from])
        }
        commitCount += 1
        let message = "Change \(commitCount)"
        stream += "commit refs/heads/branch\(own)\nmark :\(commitCount)\n"
        // Dates that jump back now and then.
        let seconds = 1_700_000_000 + commitCount * 60 - (below(5) == 0 ? 600 : 0)
        stream += "committer Ada Example <ada@example.com> \(seconds) +0000\n"
        stream += "data \(message.utf8.count)\n\(message)\n"
        if !tips.isEmpty { stream += "from :\(tips[from])\n" }
        if tips.count > 1, below(5) == 0 {
            let other = (from + 1 + below(tips.count - 1)) % tips.count
            stream += "merge :\(tips[other])\n"
        }
        if tips.isEmpty {
            for index in 0..<150 { write("folder\(index % 4)/file\(index).txt", own) }
            tips.append(commitCount)
        } else {
            if own == tips.count { tips.append(commitCount) } else { tips[own] = commitCount }
        }
        for _ in 0..<1 + below(6) { edit(own) }
    }

    private mutating func edit(_ branch: Int) {
        let paths = branches[branch]
        guard !paths.isEmpty else { return write("again\(below(9)).txt", branch) }
        let path = paths[below(paths.count)]
        switch below(8) {
        case 0:
            stream += "D \(path)\n"
            branches[branch].removeAll { $0 == path }
        case 1:
            let target = "moved\(below(3))/deep/name\(below(40)).txt"
            if paths.contains(target) { return write(path, branch) }
            stream += "R \(path) \(target)\n"
            branches[branch].removeAll { $0 == path }
            branches[branch].append(target)
        case 2:
            let target = "copies/name\(below(40)).txt"
            stream += "C \(path) \(target)\n"
            if !paths.contains(target) { branches[branch].append(target) }
        case 3: write("new/place\(below(4))/file\(below(60)).txt", branch)
        default: write(path, branch)
        }
    }

    private mutating func write(_ path: String, _ branch: Int) {
        // Few contents, so that the same blob comes back at other paths and times.
        let content = "content \(below(120))\n"
        stream += "M 100644 inline \(path)\ndata \(content.utf8.count)\n\(content)\n"
        if !branches[branch].contains(path) { branches[branch].append(path) }
    }

    private mutating func tag() {
        guard let tip = tips.last else { return }
        stream += "tag v1\nfrom :\(max(1, tip / 2))\n"
        stream += "tagger Ada Example <ada@example.com> 1700000000 +0000\ndata 2\nv1\n"
    }
}

extension RecipeRepository {
    /// An empty repository that a stream was imported into; the objects stay loose.
    static func imported(_ stream: String) throws -> RecipeRepository {
        let built = try RecipeRepository("empty")
        try Data(stream.utf8).write(to: built.folder.appendingPathComponent("stream"))
        try built.shell("git -c fastimport.unpackLimit=1000000 fast-import --quiet < ../stream")
        return built
    }

    /// Runs a command of the shell in the repository.
    func shell(_ command: String) throws {
        _ = try git("-c", "alias.run-shell=!cd \"\(path())\" && \(command)", "run-shell")
    }
}
