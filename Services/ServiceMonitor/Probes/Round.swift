import FactoryCore
import Logging

/// Everything that is looked at.
struct Round: Sendable {
    /// Each reports under a name of its own.
    let probes: [any Probe]
    private let disks: DiskWatch
    private let unwatched: UnwatchedSyncthing?

    init(_ settings: MonitorSettings, clock: any WallClock, logger: Logger) {
        let syncthing = settings.syncthing.map { syncthing in
            SyncthingProbe(
                syncthing, database: Database(settings.factory.database, applicationName: "service-monitor verdicts"),
                statesInterval: settings.heartbeat, clock: clock, logger: logger)
        }
        let optional: [(any Probe)?] = [syncthing]
        probes = [DatabaseProbe(settings.factory.database)] + optional.compactMap(\.self)
        disks = DiskWatch(settings.volumes)
        unwatched = UnwatchedSyncthing(settings)
    }

    /// What the monitor reports under its own name: the disks, which are nobody else's.
    func own() async -> ServiceHealth {
        let health = await disks.look()
        guard let warning = await unwatched?.warning() else { return health }
        return ServiceHealth(
            status: health.status == .ok ? .warning : health.status, task: "\(warning) (\(health.task))")
    }
}
