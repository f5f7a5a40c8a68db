#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// The packs of some object folders, opened: as they stood when the folders were listed.
final class PackShelf: Sendable {
    /// In the order of the folders, then of their names; behind them those that have vanished
    /// since, which stay readable.
    let packs: [PackFile]
    /// What is wrong with packs and indexes.
    let notices: [GitNotice]
    private let listings: [Listing]

    /// What a folder `pack` held.
    private struct Listing {
        let names: [String]?
        let stamp: FileAccess.FolderStamp?
        /// Whether a change after the listing would show in the stamp: not when the listing came
        /// within the same tick of the file system's clock.
        let isSettled: Bool
    }

    /// Lists the folders and opens what is there.
    ///
    /// - Parameter previous: its packs are not opened again.
    init(_ folders: [String], format: ObjectFormat, previous: PackShelf? = nil) {
        var attempt = 0
        while true {
            let listings = folders.map { PackShelf.list($0) }
            var opening = Opening(format: format, previous: previous?.packs ?? [])
            for (folder, listing) in zip(folders, listings) {
                if let names = listing.names {
                    opening.open(names, in: folder + "/pack")
                } else if listing.stamp != nil {
                    opening.cannotList(folder + "/pack")
                }
            }
            attempt += 1
            // A repack took a pack away between listing and opening: the next listing has its
            // successor.
            if opening.isOvertaken, attempt < 4 { continue }
            self.listings = listings
            packs = opening.packs + opening.vanished
            notices = opening.notices
            return
        }
    }

    /// A shelf with the same packs and newer listings.
    private init(_ old: PackShelf, _ listings: [Listing]) {
        packs = old.packs
        notices = old.notices
        self.listings = listings
    }

    /// Whether the folders hold other files now than when they were listed.
    /// - Returns: `nil` when nothing has changed; a shelf that knows it for longer when nothing has
    ///   but it took a listing to know.
    func renewed(_ folders: [String], format: ObjectFormat) -> (shelf: PackShelf, isNew: Bool)? {
        let isSame = zip(folders, listings).allSatisfy { folder, listing in
            listing.isSettled && FileAccess.folderStamp(folder + "/pack") == listing.stamp
        }
        if isSame { return nil }
        let now = folders.map { PackShelf.list($0) }
        if zip(now, listings).allSatisfy({ $0.names == $1.names }) {
            return (PackShelf(self, now), false)
        }
        return (PackShelf(folders, format: format, previous: self), true)
    }

    private static func list(_ folder: String) -> Listing {
        let path = folder + "/pack"
        let stamp = FileAccess.folderStamp(path)
        var clock = timespec()
        clock_gettime(CLOCK_REALTIME, &clock)
        let names = FileAccess.names(inFolder: Array(path.utf8)).map { names in
            names.map { String(decoding: $0, as: UTF8.self) }.filter {
                $0.hasSuffix(".pack") || $0.hasSuffix(".idx") || $0 == "multi-pack-index"
            }
        }
        let age = stamp.map { stamp in
            Double(clock.tv_sec) - Double(stamp.changed)
                + (Double(clock.tv_nsec) - Double(stamp.changedNanoseconds)) / 1e9
        }
        return Listing(
            names: names, stamp: stamp, isSettled: age.map { abs($0) > 0.1 } ?? true)
    }

    /// Opens the packs of one listing after the other.
    private struct Opening {
        let format: ObjectFormat
        private(set) var packs: [PackFile] = []
        private(set) var notices: [GitNotice] = []
        /// Whether a file was gone when it was to be opened.
        private(set) var isOvertaken = false
        private var known: [String: PackFile] = [:]

        init(format: ObjectFormat, previous: [PackFile]) {
            self.format = format
            for pack in previous { known[pack.path] = pack }
        }

        /// Packs that were opened before and are not listed any more.
        var vanished: [PackFile] {
            known.values.sorted { $0.path < $1.path }
        }

        mutating func cannotList(_ folder: String) {
            notices.append(
                GitNotice(
                    .folderUnreadable,
                    "The folder \(folder) cannot be listed; the packs in it are not read.",
                    path: folder, isIncomplete: true))
        }

        mutating func open(_ names: [String], in folder: String) {
            let all = Set(names)
            var unindexed: [String] = []
            for name in names where name.hasSuffix(".pack") {
                let path = "\(folder)/\(name)"
                if let pack = known.removeValue(forKey: path) {
                    add(pack)
                } else if !all.contains(name.dropLast(5) + ".idx") {
                    unindexed.append(name)
                } else {
                    do throws(GitError) {
                        add(try PackFile(path, format: format))
                    } catch {
                        note(error, path)
                    }
                }
            }
            if !unindexed.isEmpty {
                openUnindexed(unindexed, in: folder, hasList: all.contains("multi-pack-index"))
            }
            for name in names
            where name.hasSuffix(".idx") && !all.contains(name.dropLast(4) + ".pack") {
                let path = "\(folder)/\(name)"
                if FileAccess.status(Array(path.utf8)) == nil {
                    isOvertaken = true
                    continue
                }
                notices.append(
                    GitNotice(
                        .packCorrupt,
                        "The pack of the index \(path) is not there; its objects cannot be read. "
                            + "A fresh clone may have them.", path: path, isIncomplete: true))
            }
        }

        private mutating func openUnindexed(
            _ names: [String], in folder: String, hasList: Bool
        ) {
            let listPath = "\(folder)/multi-pack-index"
            var list: MultiPackIndex?
            if hasList {
                do throws(GitError) {
                    list = try MultiPackIndex(listPath, format: format)
                } catch {
                    note(error, listPath)
                }
            }
            for name in names {
                let path = "\(folder)/\(name)"
                if let list,
                    let number = list.packNames.firstIndex(of: name.dropLast(5) + ".idx")
                {
                    do throws(GitError) {
                        let index = try PackIndex(
                            list.entries(ofPack: number), path: listPath, format: format)
                        add(try PackFile(path, index: index))
                    } catch {
                        note(error, path)
                    }
                } else if !name.hasPrefix("tmp_"), !name.hasPrefix(".tmp-") {
                    notices.append(
                        GitNotice(
                            .packCorrupt,
                            "The pack \(path) has no index; like git, nothing of it was read. "
                                + "`git index-pack` makes one.", path: path, isIncomplete: false))
                }
            }
        }

        private mutating func add(_ pack: PackFile) {
            packs.append(pack)
            for fault in pack.faults {
                notices.append(
                    GitNotice(
                        .packCorrupt,
                        "The pack \(pack.path) is damaged: \(fault). What is sound of it was read; "
                            + "a fresh clone may have it whole.", path: pack.path,
                        isIncomplete: true))
            }
        }

        private mutating func note(_ error: GitError, _ path: String) {
            if FileAccess.status(Array(path.utf8)) == nil {
                isOvertaken = true
                return
            }
            notices.append(GitNotice(.packCorrupt, error.message, path: path, isIncomplete: true))
        }
    }
}
