internal import ScanModel

extension GitRepository {
    /// All that a scan of whole histories depends on, in words that say the same again as long as
    /// nothing changes: refs, HEAD, reflogs, the shallow boundary, and the files of the objects,
    /// packs by their trailing checksums and sizes. Objects themselves are not read.
    ///
    /// - Parameter revisions: what the request names; they count as what they lead to.
    /// - Returns: `nil` when something of it cannot be read.
    package func stateDescription(revisions: [String]) -> [[UInt8]]? {
        var lines: [[UInt8]] = []
        func add(_ words: String) { lines.append(Array(words.utf8)) }
        add("\(info.objectFormat.rawValue) \(info.isShallow) \(info.isPartialClone)")
        add("origin \(info.originURL ?? "-")")
        add("HEAD \(info.headCommit?.hex ?? "-") \(info.branch ?? "-")")
        for id in shallowBoundary.sorted() { add("shallow \(id.hex)") }
        for revision in revisions {
            guard let id = try? resolve(revision) else { return nil }
            add("revision \(id.hex) \(revision)")
        }
        var ledger = NoticeLedger()
        for tip in refStore.refs(&ledger) { add("ref \(tip.id.hex) \(tip.name)") }
        for tip in refStore.reflogTips(&ledger) { add("reflog \(tip.id.hex) \(tip.name)") }

        var own = info.commonDirectory + "objects"
        var alternates = environment.alternateObjectDirectories
        if let other = environment.objectDirectory {
            alternates.append(own)
            own = other
        }
        guard let folders = try? ObjectFolders(own: own, alternates: alternates) else { return nil }
        for path in folders.paths {
            add("objects")
            guard let packs = GitRepository.packState(path + "/pack"),
                let loose = try? LooseFolder(path: path, format: info.objectFormat).ids()
            else { return nil }
            lines += packs
            lines += loose.map(\.bytes)
        }
        for notice in ledger.notices + folders.notices {
            if notice.isIncomplete { return nil }
            add("notice \(notice.message)")
        }
        return lines
    }

    /// Names, sizes and last bytes of the packs of a folder and of their indexes; `nil` when one
    /// cannot be read.
    private static func packState(_ folder: String) -> [[UInt8]]? {
        guard FileAccess.folderStamp(folder) != nil else { return [] }
        guard let names = FileAccess.names(inFolder: Array(folder.utf8)) else { return nil }
        var lines: [[UInt8]] = []
        for name in names {
            let text = String(decoding: name, as: UTF8.self)
            guard text.hasSuffix(".pack") || text.hasSuffix(".idx") || text == "multi-pack-index"
            else { continue }
            guard let end = FileAccess.sizeAndEnd(of: "\(folder)/\(text)") else { return nil }
            lines.append(name + [0] + end)
        }
        return lines
    }
}
