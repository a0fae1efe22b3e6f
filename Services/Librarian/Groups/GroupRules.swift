import FactoryCore

/// Which photos and videos of one folder and stem belong together.
enum GroupRules {
    /// How far apart the clocks of a still and its video, or of a raw picture and its JPEG, may be.
    static let tolerance = 3

    /// Two files of the same folder and stem.
    enum Verdict: Sendable {
        /// Apple's identifier, or the time, says so.
        case together
        /// Nothing speaks against it: one of them has no date.
        case perhaps
        case apart
    }

    /// Divides the media of one stem into groups, each with its leader first: a picture leads its raw picture and its
    /// video. What has a date of its own leads what has none.
    ///
    /// - Returns: indices of `members`.
    static func groups(_ members: [GroupMember]) -> [[Int]] {
        let ranked = members.indices.sorted {
            (members[$0].role, members[$0].local == nil ? 1 : 0, $0) < (
                members[$1].role, members[$1].local == nil ? 1 : 0, $1
            )
        }
        var groups: [[Int]] = []
        for index in ranked {
            let home = groups.firstIndex { group in
                group.first.map { verdict(members[$0], members[index]) != .apart } ?? false
            }
            if let home { groups[home].append(index) } else { groups.append([index]) }
        }
        return groups.map { dated($0, members) }
    }

    /// A group takes its day from a picture, or, where the picture has no date, from its raw picture or its video.
    private static func dated(_ group: [Int], _ members: [GroupMember]) -> [Int] {
        guard let leader = group.first, members[leader].local == nil,
            let better = group.first(where: { members[$0].local != nil })
        else { return group }
        return [better] + group.filter { $0 != better }
    }

    static func verdict(_ one: GroupMember, _ other: GroupMember) -> Verdict {
        guard one.role != other.role else { return .apart }
        if let left = one.contentIdentifier, let right = other.contentIdentifier {
            return left == right ? .together : .apart
        }
        guard let left = one.local, let right = other.local else { return .perhaps }
        if !one.hasTimeOfDay || !other.hasTimeOfDay { return left.day == right.day ? .together : .apart }
        if let left = one.instant, let right = other.instant {
            return abs(left.microseconds - right.microseconds) <= Int64(tolerance) * 1_000_000 ? .together : .apart
        }
        return isTolerable(left.seconds(since: right)) ? .together : .apart
    }

    /// Where one clock's zone is not known the two may also differ by one: whole quarter hours.
    private static func isTolerable(_ seconds: Int) -> Bool {
        let rest = abs(seconds) % 900
        return abs(seconds) <= 26 * 3600 && min(rest, 900 - rest) <= tolerance
    }
}
