import FactoryCore

/// Which sidecars of a company say something about which of its photos.
struct SidecarLinks {
    private var owners: [Int: Int] = [:]
    private var owned: [Int: [Int]] = [:]
    private var lent: [Int: [Int]] = [:]

    /// - Parameter files: by the indices of which everything goes.
    init(_ files: [OpenedFile]) {
        let names = files.map(\.candidate.path.name)
        for link in FolderNames(names).links {
            guard case .sidecar(_, let facts) = files[link.sidecar].content,
                let owner = Self.owner(link.owners, title: facts.takeout?.title, names)
            else { continue }
            owners[link.sidecar] = owner
            owned[owner, default: []].append(link.sidecar)
            for sharer in link.sharers { lent[sharer, default: []].append(link.sidecar) }
        }
        // `name.ext.xmp` is about this file alone, and comes before `name.xmp`, the shorter of the two.
        for owner in owned.keys { owned[owner]?.sort { names[$0].count > names[$1].count } }
    }

    /// Where the sidecar's name was cut short, the title that it states decides.
    private static func owner(_ owners: [Int], title: String?, _ names: [[UInt8]]) -> Int? {
        guard owners.count > 1, let title else { return owners.first }
        let whole = owners.first { names[$0].elementsEqual(title.utf8) }
        let cut = owners.first { index in
            let stem = NumberedName(FileName.text(names[index])).stem
            return title.utf8.starts(with: stem.utf8)
        }
        return whole ?? cut ?? owners.first
    }

    /// The photo that a sidecar belongs to; nil for none.
    func owner(of sidecar: Int) -> Int? { owners[sidecar] }

    /// The sidecars that belong to a photo, the most trusted first.
    func own(of photo: Int) -> [Int] { owned[photo] ?? [] }

    /// The sidecars of others that say something about a photo.
    func shared(with photo: Int) -> [Int] { lent[photo] ?? [] }
}
