import FactoryCore

/// Divides files that may belong together into groups, by what they contain.
struct GroupDraft {
    /// A group, by indices of the files.
    struct Group {
        /// The leader first; empty for a sidecar without its photo.
        var media: [Int]
        var sidecars: [Int] = []
    }

    private(set) var groups: [Group] = []
    /// What is known of each photo and video.
    private(set) var metadata: [Int: MediaMetadata] = [:]
    private let files: [OpenedFile]
    private let reader: MetadataReader
    private let now: Timestamp

    init(_ files: [OpenedFile], reader: MetadataReader, now: Timestamp) {
        (self.files, self.reader, self.now) = (files, reader, now)
        let sidecars = SidecarLinks(files)
        let media = files.indices.filter { if case .media = files[$0].content { true } else { false } }
        // What belongs together is told by what each file and its very own sidecar say.
        for index in media { metadata[index] = judge(index, sidecars.own(of: index)) }
        divide(media)
        for index in files.indices where !media.contains(index) { enter(index, sidecars.owner(of: index)) }
        for group in groups { lend(to: group, sidecars) }
    }

    private mutating func divide(_ media: [Int]) {
        // Most photos stand alone.
        guard media.count > 1 else { return groups += media.map { Group(media: [$0]) } }
        let byStem = Dictionary(grouping: media) { CompanyStem.of(name: files[$0].candidate.path.name) }
        for members in byStem.values.sorted(by: { $0[0] < $1[0] }) {
            let known = members.compactMap { index in
                metadata[index].map { GroupMember($0, name: files[index].candidate.path.name) }
            }
            groups += GroupRules.groups(known).map { Group(media: $0.map { members[$0] }) }
        }
    }

    private mutating func enter(_ sidecar: Int, _ owner: Int?) {
        if let home = groups.firstIndex(where: { group in owner.map { group.media.contains($0) } ?? false }) {
            groups[home].sidecars.append(sidecar)
        } else {
            groups.append(Group(media: [], sidecars: [sidecar]))
        }
    }

    /// A group has one day: what a sidecar of any of its members says counts for its leader, its own first. What an
    /// unedited photo's sidecar says counts for the edited one, which has none.
    private mutating func lend(to group: Group, _ sidecars: SidecarLinks) {
        guard let leader = group.media.first else { return }
        let known = sidecars.own(of: leader) + sidecars.shared(with: leader) + group.sidecars
        if !known.isEmpty { metadata[leader] = judge(leader, known) }
    }

    /// - Parameter sidecars: the first of each kind counts.
    private func judge(_ index: Int, _ sidecars: [Int]) -> MediaMetadata? {
        guard case .media(let format, let embedded) = files[index].content else { return nil }
        return reader.metadata(
            of: embedded, format: format, name: files[index].candidate.path.name, sidecars: facts(sidecars),
            modified: files[index].stamp.modified, now: now)
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
