import FactoryCore

/// Joins the two halves of a Live Photo that came under different names.
enum LivePhotos {
    /// The groups of a batch; what has the identifier of a still joins the still's group and takes its time.
    static func joined(_ groups: [PreparedGroup]) -> [PreparedGroup] {
        var stills: [String: Int] = [:]
        for (index, group) in groups.enumerated() {
            guard let leader = group.media.first, leader.metadata.format.kind == .photo, group.media.count == 1,
                let identifier = leader.metadata.contentIdentifier, stills[identifier] == nil
            else { continue }
            stills[identifier] = index
        }
        guard !stills.isEmpty else { return groups }
        var result = groups
        var gone: Set<Int> = []
        for (index, group) in groups.enumerated() {
            guard let video = group.media.first, video.metadata.format.kind == .video, group.media.count == 1,
                let still = video.metadata.contentIdentifier.flatMap({ stills[$0] }),
                let leader = result[still].media.first
            else { continue }
            result[still].media.append(SharedCapture.member(video, of: leader))
            result[still].sidecars += group.sidecars
            gone.insert(index)
        }
        return result.indices.filter { !gone.contains($0) }.map { result[$0] }
    }
}
