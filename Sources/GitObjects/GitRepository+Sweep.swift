package import ScanModel

extension GitRepository {
    /// TEMPORARY
    package func objectSweep(limits: SweepLimits) throws(GitError) -> (ObjectSweep, [GitNotice]) {
        var packs: [PackFile] = []
        let folder = info.commonDirectory + "objects/pack"
        for name in FileAccess.names(inFolder: Array(folder.utf8)) ?? [] {
            let name = String(decoding: name, as: UTF8.self)
            guard name.hasSuffix(".pack") else { continue }
            packs.append(try PackFile(folder + "/" + name, format: info.objectFormat))
        }
        let loose = LooseFolder(path: info.commonDirectory + "objects", format: info.objectFormat)
        let ids = try loose.ids().map { (id: $0, folder: 0) }
        let catalog = ObjectCatalog(
            packs: packs, looseFolders: [loose], loose: ids, format: info.objectFormat)
        return (ObjectSweep(catalog, limits: limits), [])
    }
}
extension ObjectSweep {
    package func id(of number: Int) -> ObjectID { catalog.id(of: number) }
    package func number(of id: ObjectID) -> Int? { catalog.number(of: id) }
    package var count: Int { catalog.count }
}
