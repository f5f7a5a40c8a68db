package import ScanModel

/// A repository opened for reading: plans of what to scan come out of it, and where a blob came
/// from. It never writes, never runs the git program, a hook, a filter or a textconv, and takes
/// no notice of attributes, replace refs, grafts or the user's own git configuration.
///
/// Objects are parsed here from their raw bytes; `reader` only fetches them.
package final class GitRepository: Sendable {
    package let info: RepositoryInfo
    /// Access to the objects.
    package var reader: any ObjectReader { database }
    /// Bounds on depth and object size.
    package let limits: ScanLimits

    let database: ObjectDatabase
    let libgit: LibgitRepository
    let refStore: RefStore
    let environment: GitEnvironment
    /// Commits whose parents a shallow clone left out.
    let shallowBoundary: Set<ObjectID>

    /// Starts libgit2, so that opening does not wait for it; a failure shows when opening.
    package static func prepare() {
        try? Libgit.start()
    }

    /// Opens the repository at `path` or above it; without a path, the one that `GIT_DIR` names,
    /// else the one around the working folder.
    /// - Throws: `notARepository`, `unsupportedObjectFormat`, `unsupportedRepository`, `io`.
    package static func open(
        at path: String? = nil, limits: ScanLimits = ScanLimits(),
        environment: GitEnvironment = .current
    ) throws(GitError) -> GitRepository {
        try GitRepository(path: path, limits: limits, environment: environment)
    }

    private init(path: String?, limits: ScanLimits, environment: GitEnvironment) throws(GitError) {
        if let path, FileAccess.status(Array(path.utf8)) == nil {
            throw GitError(
                .notARepository, "\(path) does not exist; give the path of a repository.")
        }
        if path == nil, let gitDirectory = environment.gitDirectory {
            libgit = try LibgitRepository(
                path: gitDirectory, discovers: false, workTree: environment.workTree)
        } else {
            libgit = try LibgitRepository(path: path ?? ".", discovers: true)
        }
        self.limits = limits
        self.environment = environment
        let gitDirectory = libgit.gitDirectory
        let commonDirectory = libgit.commonDirectory
        let format = try GitRepository.supportedFormat(libgit, gitDirectory)

        refStore = RefStore(
            gitDirectory: gitDirectory, commonDirectory: commonDirectory, format: format)
        shallowBoundary = try refStore.shallowBoundary()
        var objects = commonDirectory + "objects"
        var alternates = environment.alternateObjectDirectories
        if let own = environment.objectDirectory {
            alternates.append(objects)
            objects = own
        }
        let isPartialClone =
            libgit.configuration("extensions.partialclone") != nil
            || libgit.hasConfiguration(matching: "^remote\\..*\\.promisor$")
            || ([objects] + alternates).contains(where: GitRepository.hasPromisorPack)
        let advice =
            isPartialClone
            ? " This is a partial clone: `git fetch --refetch --no-filter` brings what is missing."
            : " The repository is damaged: `git fsck` tells more, a fresh clone may have it."
        database = try ObjectDatabase(
            objectDirectory: objects, alternates: alternates, format: format, advice: advice)

        let origin = libgit.configuration("remote.origin.url")
        info = RepositoryInfo(
            gitDirectory: gitDirectory, commonDirectory: commonDirectory,
            workTree: libgit.workTree, isBare: libgit.isBare,
            isShallow: !shallowBoundary.isEmpty, isPartialClone: isPartialClone,
            head: GitRepository.head(refStore), originURL: origin.map(RemoteURL.withoutUserInfo),
            objectFormat: format)
    }

    /// Whether an object folder has a pack whose objects may name some that only a remote has.
    private static func hasPromisorPack(_ objectFolder: String) -> Bool {
        let names = FileAccess.names(inFolder: Array("\(objectFolder)/pack".utf8)) ?? []
        return names.contains { $0.suffix(9).elementsEqual(".promisor".utf8) }
    }

    /// The hash function of the repository's ids.
    private static func supportedFormat(
        _ libgit: LibgitRepository, _ path: String
    ) throws(GitError) -> ObjectFormat {
        let name = libgit.configuration("extensions.objectformat") ?? ObjectFormat.sha1.rawValue
        guard let format = ObjectFormat(rawValue: name.lowercased()) else {
            throw GitError(
                .unsupportedObjectFormat,
                "The repository \(path) names its objects by \(name.uppercased()), which is not "
                    + "supported; `git archive` or a work tree can be scanned as files.")
        }
        if let storage = libgit.configuration("extensions.refstorage"),
            storage.lowercased() != "files"
        {
            throw GitError(
                .unsupportedRepository,
                "The repository \(path) stores its refs as \(storage), which is not supported; "
                    + "`git refs migrate --ref-format=files` changes that.")
        }
        return format
    }

    private static func head(_ refs: RefStore) -> RepositoryInfo.Head {
        let (target, branch) = refs.head()
        let name = branch.map { $0.hasPrefix("refs/heads/") ? String($0.dropFirst(11)) : $0 }
        switch target {
        case .object(let commit):
            return name.map { .branch(name: $0, commit: commit) } ?? .detached(commit: commit)
        case .absent:
            return name.map { .unborn(branch: $0) } ?? .broken
        case .symbolic, .broken:
            return .broken
        }
    }
}
