import FactoryCore

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
        // By bytes: to a String two spellings of a letter are equal.
        stems = Array(Dictionary(stems.map { (Array($0.utf8), $0) }) { first, _ in first }.values)
        contentIdentifiers = Array(Set(contentIdentifiers))
    }

    /// Of the photos that a sidecar may belong to. Of what was cut from its name nobody can be asked.
    static func stems(_ sidecar: PreparedSidecar) -> [String] {
        sidecar.owners.compactMap { key in
            switch key.form {
            case .name: FileName.split(key.text).stem
            case .stem, .rendition: key.text
            case .beginning: nil
            }
        }.map { sidecar.folder.pathText(Array($0.utf8)) }
    }
}
