import FactoryCore

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
        var firsts: [ArraySlice<UInt8>: Int] = [:]
        firsts.reserveCapacity(media.count)
        for index in media {
            let stem = FileName.stem(of: names[index])
            if let first = firsts[stem] { join(first, index) } else { firsts[stem] = index }
        }
        for link in links {
            for photo in link.owners + link.sharers { join(photo, link.sidecar) }
        }
        // Each leader comes before all that it leads.
        var companies: [[Int]] = []
        companies.reserveCapacity(names.count)
        var places = Array(names.indices)
        for index in names.indices {
            let leader = leader(of: index)
            if leader == index {
                places[index] = companies.count
                companies.append([index])
            } else {
                companies[places[leader]].append(index)
            }
        }
        return companies
    }
}
