import FactoryCore

/// By what the companions of some files that were filed earlier are asked for.
struct CompanionQuestion: Sendable {
    private(set) var stems: [String] = []
    private(set) var contentIdentifiers: [String] = []

    /// All of them.
    var names: [String] { stems + contentIdentifiers }

    init(_ groups: [PreparedGroup]) {
        for group in groups {
            // A stem that comes twice is answered twice, which is rare and does no harm.
            stems += group.media.first.map { [$0.companyStem] } ?? group.sidecars.flatMap(Self.stems)
            contentIdentifiers += group.media.compactMap(\.metadata.contentIdentifier)
        }
        // Some programs write one identifier into all their files.
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
