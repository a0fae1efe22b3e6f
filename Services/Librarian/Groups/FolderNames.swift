/// The names in one folder, sorted out by what may belong together. Takes time in proportion to their number.
struct FolderNames {
    /// A sidecar and the photos that it is about.
    struct Link: Sendable, Hashable {
        /// Indices of the names.
        let sidecar: Int
        let owner: Int
        /// Others that share what it says, such as edited photos that were made from the owner.
        let sharers: [Int]

        /// Whether it is about this photo.
        func concerns(_ index: Int) -> Bool { owner == index || sharers.contains(index) }
    }

    private let names: [[UInt8]]
    private let sidecars: [Int]
    private let media: [Int]

    init(_ names: [[UInt8]]) {
        self.names = names
        sidecars = names.count > 1 ? names.indices.filter { SidecarName(names[$0]) != nil } : []
        let known = Set(sidecars)
        media = names.indices.filter { !known.contains($0) }
    }

    /// Which sidecar belongs to which photo.
    var links: [Link] {
        guard !sidecars.isEmpty, !media.isEmpty else { return [] }
        let folder = FolderSidecars(media: media.map { names[$0] }, sidecars: [])
        let indices = Dictionary(media.map { (names[$0], $0) }) { first, _ in first }
        return sidecars.compactMap { sidecar in
            let found = folder.media(of: names[sidecar]).compactMap { indices[$0] }
            return found.first.map { Link(sidecar: sidecar, owner: $0, sharers: Array(found.dropFirst())) }
        }
    }

    /// All names, those together that may belong together, in the order in which the first of each came.
    var companies: [[Int]] {
        guard names.count > 1 else { return names.isEmpty ? [] : [[0]] }
        var leaders = Array(names.indices)
        func leader(of index: Int) -> Int {
            var index = index
            while leaders[index] != index { index = leaders[index] }
            return index
        }
        func join(_ one: Int, _ other: Int) {
            let (one, other) = (leader(of: one), leader(of: other))
            leaders[max(one, other)] = min(one, other)
        }
        for members in Dictionary(grouping: media, by: { Self.stem(names[$0]) }).values {
            if let first = members.first { for member in members.dropFirst() { join(first, member) } }
        }
        for link in links {
            for photo in [link.owner] + link.sharers { join(photo, link.sidecar) }
        }
        var companies: [Int: [Int]] = [:]
        for index in names.indices { companies[leader(of: index), default: []].append(index) }
        return names.indices.compactMap { companies[$0] }
    }

    /// The name before its last dot, byte by byte: to a `String` two spellings of a letter are equal.
    private static func stem(_ name: [UInt8]) -> ArraySlice<UInt8> {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return name[...] }
        return name[..<dot]
    }
}
