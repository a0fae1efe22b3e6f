import FactoryCore

/// Decides how well it is with the room on the disks.
enum DiskRules {
    private static let gibibyte = 1 << 30
    /// As little as this and the librarian begins nothing any more.
    private static let floor = (bytes: gibibyte / 2, part: 20)
    private static let lowWater = (bytes: 10 * gibibyte, part: 10)
    private static let fewFiles = 1000

    /// - Parameter volumes: nil facts for one that did not answer in time.
    static func health(_ volumes: [(volume: Volume, facts: VolumeFacts?)]) -> ServiceHealth {
        let verdicts = volumes.map { judge($0.volume, $0.facts) }
        let worst = verdicts.map(\.status).max { severity($0) < severity($1) } ?? .ok
        let complaints = verdicts.compactMap(\.complaint)
        let task = (complaints + [sizes(volumes)]).joined(separator: "; ")
        return ServiceHealth(status: worst, task: task)
    }

    private static func judge(_ volume: Volume, _ facts: VolumeFacts?) -> (status: ServiceStatus, complaint: String?) {
        let place = "\(volume.name) (\(volume.path))"
        switch facts {
        case nil: return (.error, "\(place) does not answer: is its disk or network share there?")
        case .unknown(let reason): return (.error, "\(place) cannot be looked at: \(reason)")
        case .known(let space, let files, _):
            if space.total > 0, space.free < limit(floor, space) {
                return (.error, "\(place) is full but for \(ByteText.text(space.free)): make room")
            }
            if let files, files < fewFiles {
                return (.error, "\(place) has room for only \(files) more files: make room")
            }
            if space.total > 0, space.free < limit(lowWater, space) {
                return (.warning, "\(place) has only \(ByteText.text(space.free)) left")
            }
            return (.ok, nil)
        }
    }

    private static func limit(_ limit: (bytes: Int, part: Int), _ space: FileSystemSpace) -> Int {
        min(limit.bytes, space.total / limit.part)
    }

    /// Those on one disk are named together.
    private static func sizes(_ volumes: [(volume: Volume, facts: VolumeFacts?)]) -> String {
        var systems: [(system: UInt, space: FileSystemSpace, names: [String])] = []
        for case (let volume, .known(let space, _, let system)?) in volumes {
            if let index = systems.firstIndex(where: { $0.system == system && $0.space.total == space.total }) {
                systems[index].names.append(volume.name)
            } else {
                systems.append((system, space, [volume.name]))
            }
        }
        return systems.map { system in
            let names = list(system.names)
            guard system.space.total > 0 else { return "\(names): size unknown" }
            return "\(names): \(ByteText.text(system.space.free)) of \(ByteText.text(system.space.total)) free"
        }.joined(separator: ", ")
    }

    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }

    private static func severity(_ status: ServiceStatus) -> Int {
        switch status {
        case .ok: 0
        case .warning: 1
        case .error: 2
        }
    }
}
