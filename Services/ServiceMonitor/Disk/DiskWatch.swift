import FactoryCore

/// Looks how much room the disks have.
struct DiskWatch: Sendable {
    /// A sleeping disk takes some seconds to wake.
    private static let patience: Duration = .seconds(20)

    private let calls: [(volume: Volume, call: PatientCall<VolumeFacts>)]

    init(_ volumes: [Volume]) {
        calls = volumes.map { volume in
            (volume, PatientCall(label: "disk \(volume.name)", limit: Self.patience) { VolumeFacts(path: volume.path) })
        }
    }

    func look() async -> ServiceHealth {
        let facts = await withTaskGroup(of: (Int, VolumeFacts?).self) { group in
            for (index, (_, call)) in calls.enumerated() {
                group.addTask { (index, await call.answer()) }
            }
            var facts = [VolumeFacts?](repeating: nil, count: calls.count)
            for await (index, found) in group { facts[index] = found }
            return facts
        }
        return DiskRules.health(zip(calls, facts).map { ($0.volume, $1) })
    }
}
