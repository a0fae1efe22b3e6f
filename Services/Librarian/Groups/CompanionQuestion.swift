/// By what the companions of some files that were filed earlier are asked for.
struct CompanionQuestion {
    private(set) var stems: [String] = []
    private(set) var contentIdentifiers: [String] = []

    init(_ groups: [PreparedGroup]) {
        for group in groups {
            stems +=
                group.media.first.map { [CompanyStem.of(path: $0.inboxPath)] } ?? group.sidecars.flatMap(Self.stems)
            contentIdentifiers += group.media.compactMap(\.metadata.contentIdentifier)
        }
        stems = Array(Set(stems))
        contentIdentifiers = Array(Set(contentIdentifiers))
    }

    /// Of the photos that a sidecar may belong to.
    static func stems(_ sidecar: PreparedSidecar) -> [String] {
        sidecar.owners.map { owner in
            switch owner {
            case .named(let name): CompanyStem.of(path: sidecar.folder.pathText(Array(name.utf8)))
            case .stem(let stem): sidecar.folder.pathText(Array(stem.utf8))
            }
        }
    }
}
