/// The names in one folder, sorted out by what may belong together. Takes time in proportion to their number.
struct FolderNames {
    /// A sidecar and the photos that it is about.
    struct Link: Sendable, Hashable {
        /// Indices of the names.
        let sidecar: Int
        let owner: Int
        /// Edited photos that were made from the owner, and share what it says.
        let edited: [Int]
    }

    private let names: [String]
    private var byName: [String: Int] = [:]
    private var byLowercase: [String: Int] = [:]
    private var byStem: [String: [Int]] = [:]
    private var byBeginning: [String: Int] = [:]
    private var byUnedited: [String: [Int]] = [:]

    init(_ names: [String]) {
        self.names = names
        guard names.count > 1 else { return }
        let hasSidecars = names.contains { SidecarName.isSidecar($0) }
        for (index, name) in names.enumerated() where !SidecarName.isSidecar(name) {
            byStem[Self.key(FileName.split(name).stem), default: []].append(index)
            if hasSidecars { enter(name, index) }
        }
    }

    private mutating func enter(_ name: String, _ index: Int) {
        byName[Self.key(name)] = index
        byLowercase[Self.key(name.lowercased())] = index
        if name.count >= SidecarName.takeoutLimit {
            byBeginning[Self.key(String(name.prefix(SidecarName.takeoutLimit)))] = index
        }
        if let unedited = SidecarName.unedited(name) { byUnedited[Self.key(unedited), default: []].append(index) }
    }

    /// To a `String` two spellings of a letter are equal; to a file system they are two names.
    private static func key(_ name: String) -> String {
        name.utf8.allSatisfy { $0 < 0x80 } ? name : name.unicodeScalars.map { "\($0.value)" }.joined(separator: ".")
    }

    /// Which sidecar belongs to which photo.
    var links: [Link] {
        guard names.count > 1 else { return [] }
        return names.indices.compactMap { sidecar in
            SidecarName.isSidecar(names[sidecar]) ? link(sidecar) : nil
        }
    }

    private func link(_ sidecar: Int) -> Link? {
        for owner in SidecarName.owners(of: names[sidecar]) {
            let edited = edited(owner)
            if let index = index(of: owner) ?? edited.first {
                return Link(sidecar: sidecar, owner: index, edited: edited.filter { $0 != index })
            }
        }
        let base = FileName.split(names[sidecar]).stem
        guard base.count == SidecarName.takeoutLimit, let owner = byBeginning[Self.key(base)] else { return nil }
        return Link(sidecar: sidecar, owner: owner, edited: [])
    }

    private func edited(_ owner: SidecarOwner) -> [Int] {
        guard case .named(let name) = owner else { return [] }
        return byUnedited[Self.key(name)] ?? []
    }

    private func index(of owner: SidecarOwner) -> Int? {
        switch owner {
        case .named(let name): byName[Self.key(name)] ?? byLowercase[Self.key(name.lowercased())]
        case .stem(let stem):
            byStem[Self.key(stem)]?.min { GroupRole(filedAs: names[$0]) < GroupRole(filedAs: names[$1]) }
        }
    }

    /// All names, those together that may belong together, in the order in which the first of each came.
    var companies: [[Int]] {
        guard names.count > 1 else { return names.isEmpty ? [] : [[0]] }
        var leader = Array(names.indices)
        func find(_ index: Int) -> Int {
            var index = index
            while leader[index] != index { index = leader[index] }
            return index
        }
        func join(_ one: Int, _ other: Int) {
            let (one, other) = (find(one), find(other))
            leader[max(one, other)] = min(one, other)
        }
        for members in byStem.values {
            if let first = members.first { for member in members.dropFirst() { join(first, member) } }
        }
        for link in links {
            join(link.owner, link.sidecar)
            for edited in link.edited { join(link.owner, edited) }
        }
        var companies: [Int: [Int]] = [:]
        for index in names.indices { companies[find(index), default: []].append(index) }
        return names.indices.compactMap { companies[$0] }
    }
}
