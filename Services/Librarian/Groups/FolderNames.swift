/// The names in one folder, sorted out by what may belong together. Takes time in proportion to their number.
struct FolderNames {
    /// A sidecar and the photos that it is about.
    struct Link: Sendable, Hashable {
        /// Index of the sidecar's name.
        let sidecar: Int
        /// Indices of photos to one of which it belongs, the likeliest first: several where its name was cut short.
        let owners: [Int]
        /// Others that share what it says, such as edited photos that were made from the owner.
        let sharers: [Int]
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
            let matches = folder.matches(of: names[sidecar]).map { match in
                (form: match.form, media: match.media.compactMap { indices[$0] })
            }
            guard let best = matches.first, let owner = best.media.first else { return nil }
            guard best.form != .beginning else { return Link(sidecar: sidecar, owners: best.media, sharers: []) }
            var sharers: [Int] = []
            for match in matches where match.form != .beginning {
                sharers += match.media.filter { $0 != owner && !sharers.contains($0) }
            }
            return Link(sidecar: sidecar, owners: [owner], sharers: sharers)
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
        for members in Dictionary(grouping: media, by: { CompanyStem.of(name: names[$0]) }).values {
            if let first = members.first { for member in members.dropFirst() { join(first, member) } }
        }
        for link in links {
            for photo in link.owners + link.sharers { join(photo, link.sidecar) }
        }
        var companies: [Int: [Int]] = [:]
        for index in names.indices { companies[leader(of: index), default: []].append(index) }
        return names.indices.compactMap { companies[$0] }
    }
}
