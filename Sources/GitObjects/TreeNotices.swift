import ScanModel

/// The notices that any walk over trees may give.
enum TreeNotices {
    static func corrupt(_ id: ObjectID, _ path: String) -> GitNotice {
        GitNotice(
            .objectCorrupt,
            "Tree \(id) does not parse to its end; entries after the fault were not read.",
            path: path, objectID: id, isIncomplete: true)
    }

    static func irregular(_ id: ObjectID, _ path: String) -> GitNotice {
        GitNotice(
            .treeIrregular,
            "Tree \(id) has a name that git would refuse (empty, `.`, `..`, `.git` or with `/`); "
                + "its content was read all the same.",
            path: path, objectID: id, isIncomplete: false)
    }

    static func submodule(_ path: String) -> GitNotice {
        GitNotice(
            .submodule,
            "The submodule \(path) is a repository of its own and was not read; scan it there.",
            path: path, isIncomplete: false)
    }
}
