import FactoryCore
import Logging

/// Asks Syncthing how it is and of which type its folders are, and writes the verdict that librarians wait for.
actor SyncthingProbe: Probe {
    nonisolated let name = "syncthing"
    nonisolated let description = "brings photos from phones and PCs into the inbox"

    /// Paths are looked up, which may hang.
    private let executor = BlockingExecutor(label: "syncthing probe")
    private let settings: SyncthingSettings
    private let api: SyncthingAPI
    private let database: Database
    private let clock: any WallClock
    private let logger: Logger
    /// The states of folders cost Syncthing work, and are asked for only so often.
    private let statesInterval: Duration
    private var states: [String: SyncthingFolderState] = [:]
    private var nextStates: ContinuousClock.Instant?
    private var realPaths: RealPaths?
    private var latestFolders: [SyncthingFolder]?
    private var stale = StaleFolders()
    private var staleIDs: Set<String> = []

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(
        _ settings: SyncthingSettings, database: Database, statesInterval: Duration, clock: any WallClock,
        logger: Logger
    ) {
        (self.settings, self.database, self.statesInterval) = (settings, database, statesInterval)
        (self.clock, self.logger) = (clock, logger)
        api = SyncthingAPI(settings)
    }

    func look() async -> ServiceHealth {
        do throws(SyncthingError) {
            let situation = try await ask()
            let health = SyncthingRules.health(situation, stale: staleIDs)
            guard let trouble = await write(situation) else { return health }
            return ServiceHealth(
                status: health.status == .error ? .error : .warning, task: "\(trouble) (\(health.task))")
        } catch {
            nextStates = nil
            return SyncthingRules.health(error)
        }
    }

    private func ask() async throws(SyncthingError) -> SyncthingSituation {
        // Taken before: what changes while Syncthing answers is not covered.
        let time = clock.now
        let all = try await api.folders()
        let tilde = all.contains { $0.path.hasPrefix("~") } ? try await api.system().tilde : nil
        let links = try await links(all)
        let mine = settings.inboxes.map { inbox in
            (inbox, SyncthingGuardRules.folders(all, of: inbox, tilde: tilde, links: links))
        }
        await askStates(of: mine.flatMap(\.1), all)
        let version = try await api.version()
        let inboxes = mine.map { inbox, folders in
            (
                SyncthingGuardRules.verdict(folders, of: inbox, time: time),
                folders.map { ($0, states[$0.id]) }
            )
        }
        return SyncthingSituation(version: version, inboxes: inboxes)
    }

    /// Where the paths of folders and inboxes really lead. What cannot be known is no ground for a verdict.
    private func links(_ all: [SyncthingFolder]) async throws(SyncthingError) -> [String: String] {
        let paths = Set(all.map(\.path) + settings.inboxes.map(\.pathForSyncthing))
        let current = realPaths?.paths == paths ? realPaths : nil
        let real = current ?? RealPaths(paths)
        realPaths = real
        guard let links = await real.links() else {
            throw SyncthingError(
                "The folders of Syncthing cannot be looked at: does one of them lie on a disk or share that is gone?")
        }
        return links
    }

    /// A folder whose state cannot be asked for is said to be so; what is known of the others counts.
    private func askStates(of mine: [SyncthingFolder], _ all: [SyncthingFolder]) async {
        guard latestFolders != all || (nextStates.map { $0 <= .now } ?? true) else { return }
        (latestFolders, nextStates) = (all, .now + statesInterval)
        states = [:]
        for folder in Set(mine) { states[folder.id] = try? await api.state(of: folder) }
        // What is wrong is looked at each time, so that it is seen at once when it is right again.
        if !Set(mine).allSatisfy({ $0.paused || states[$0.id]?.isWell == true }) { nextStates = nil }
        staleIDs = stale.note(states.mapValues(\.outOfSync), now: clock.now)
    }

    /// - Returns: why the verdict could not be written; nil while the database is away, which its own probe tells.
    private func write(_ situation: SyncthingSituation) async -> String? {
        let statements = zip(settings.inboxes, situation.inboxes).map { inbox, found in
            SyncthingVerdictsTable.upsert(inbox: inbox.path, found.verdict)
        }
        do {
            try await database.use { try await $0.transaction(statements) }
            return nil
        } catch let error as DatabaseError where error.consequence == .retry {
            return nil
        } catch {
            return "Librarians cannot be told what was found: \(error)"
        }
    }
}
