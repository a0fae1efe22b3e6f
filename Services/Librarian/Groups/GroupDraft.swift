import FactoryCore

/// Divides files that may belong together into groups, by what they contain.
struct GroupDraft {
    /// A group, by indices of the files.
    struct Group {
        /// The leader first; empty for a sidecar without its photo.
        var media: [Int]
        var sidecars: [Int]
    }

    private(set) var groups: [Group] = []
    /// What is known of each photo and video.
    private(set) var metadata: [Int: MediaMetadata] = [:]
    private let files: [OpenedFile]
    private let reader: MetadataReader
    private let now: Timestamp

    init(_ files: [OpenedFile], reader: MetadataReader, now: Timestamp) {
        (self.files, self.reader, self.now) = (files, reader, now)
        let links = FolderNames(files.map(\.candidate.path.name)).links
        divide(links)
        for group in groups { lead(group) }
    }

    private mutating func divide(_ links: [FolderNames.Link]) {
        let media = files.indices.filter { if case .media = files[$0].content { true } else { false } }
        for index in media { metadata[index] = judge(index, facts(links.filter { $0.concerns(index) }.map(\.sidecar))) }
        var stems: [String] = []
        let byStem = Dictionary(grouping: media) { FileName.split(files[$0].name).stem }
        for index in media {
            let stem = FileName.split(files[index].name).stem
            if !stems.contains(stem) { stems.append(stem) }
        }
        for stem in stems {
            let members = byStem[stem] ?? []
            let known = members.compactMap { index in
                metadata[index].map { GroupMember($0, name: files[index].candidate.path.name) }
            }
            groups += GroupRules.groups(known).map { Group(media: $0.map { members[$0] }, sidecars: []) }
        }
        for index in files.indices where !media.contains(index) { enter(index, links) }
    }

    private mutating func enter(_ sidecar: Int, _ links: [FolderNames.Link]) {
        let owner = links.first { $0.sidecar == sidecar }?.owner
        if let home = groups.firstIndex(where: { group in owner.map { group.media.contains($0) } ?? false }) {
            groups[home].sidecars.append(sidecar)
        } else {
            groups.append(Group(media: [], sidecars: [sidecar]))
        }
    }

    /// A group has one day: what a sidecar of any of its members says counts for its leader.
    private mutating func lead(_ group: Group) {
        guard let leader = group.media.first, !group.sidecars.isEmpty else { return }
        metadata[leader] = judge(leader, facts(group.sidecars))
    }

    private func facts(_ sidecars: [Int]) -> SidecarFacts {
        var facts = SidecarFacts()
        for index in sidecars {
            guard case .sidecar(_, let own) = files[index].content else { continue }
            facts.xmp = facts.xmp ?? own.xmp
            facts.takeout = facts.takeout ?? own.takeout
        }
        return facts
    }

    private func judge(_ index: Int, _ sidecars: SidecarFacts) -> MediaMetadata? {
        guard case .media(let format, let embedded) = files[index].content else { return nil }
        return reader.metadata(
            of: embedded, format: format, name: files[index].candidate.path.name, sidecars: sidecars,
            modified: files[index].stamp.modified, now: now)
    }

    /// Under which day a sidecar without its photo is filed: its name's, else what it says, else when it was written.
    func day(of sidecar: Int) -> CivilDay {
        let file = files[sidecar]
        func capture(_ facts: SidecarFacts) -> CaptureTime {
            reader.metadata(
                of: EmbeddedMetadata(), format: .jpeg, name: file.candidate.path.name, sidecars: facts,
                modified: file.stamp.modified, now: now
            ).capture
        }
        let named = capture(SidecarFacts())
        return named.source == .fileModified ? capture(facts([sidecar])).local.day : named.local.day
    }
}
