import FactoryCore
import Logging

/// Asks Syncthing how it is and of which type its folders are, and writes the verdict that librarians wait for.
actor SyncthingProbe: Probe {
    nonisolated let name = "syncthing"
    nonisolated let description = "brings photos from phones and PCs into the inbox"

    /// The file with the key may lie on a disk that hangs.
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
            // Taken before: what changes while Syncthing answers is not covered.
            let time = clock.now
            let all = try await api.folders()
            let (mine, unknown) = try await match(all)
            let verdicts = zip(settings.inboxes, mine).map { SyncthingGuardRules.verdict($1, of: $0, time: time) }
            // At once: the rest may take its time, and what is wrong must not wait for it.
            let trouble = await write(verdicts, onlyDangers: unknown != nil)
            if let unknown, !verdicts.contains(where: \.isDangerous) { throw unknown }
            await askStates(of: mine.flatMap { $0.map(\.folder) }, all)
            let situation = SyncthingSituation(
                version: try await api.version(),
                inboxes: zip(verdicts, mine).map { ($0, $1.map { ($0.folder, states[$0.folder.id]) }) })
            let health = SyncthingRules.health(situation, stale: staleIDs)
            guard let trouble else { return health }
            return ServiceHealth(
                status: health.status == .error ? .error : .warning, task: "\(trouble) (\(health.task))")
        } catch {
            nextStates = nil
            return SyncthingRules.health(error)
        }
    }

    /// - Returns: for each inbox the folders that have to do with it, and why not all of them may be known.
    private func match(_ all: [SyncthingFolder]) async throws(SyncthingError) -> ([[SyncthingMatch]], SyncthingError?) {
        let tilde = all.contains { $0.path.hasPrefix("~") } ? try await api.system().tilde : nil
        let links = await links(all.map { SyncthingFolderPath.expanded($0.path, tilde: tilde) })
        let mine = settings.inboxes.map { inbox in
            SyncthingGuardRules.folders(all, of: inbox, tilde: tilde, links: links ?? [:])
        }
        guard links == nil else { return (mine, nil) }
        return (
            mine,
            SyncthingError(
                "The folders of Syncthing cannot be looked at: does one of them lie on a disk or share that is gone?")
        )
    }

    /// Where the paths of folders and inboxes really lead; nil when a disk does not answer in time.
    private func links(_ folders: [String]) async -> [String: String]? {
        let paths = Set(folders + settings.inboxes.map(\.pathForSyncthing))
        let current = realPaths?.paths == paths ? realPaths : nil
        let real = current ?? RealPaths(paths)
        realPaths = real
        return await real.links()
    }

    /// A folder whose state cannot be asked for is said to be so; what is known of the others counts.
    private func askStates(of mine: [SyncthingFolder], _ all: [SyncthingFolder]) async {
        guard latestFolders != all || (nextStates.map { $0 <= .now } ?? true) else { return }
        (latestFolders, nextStates) = (all, .now + statesInterval)
        states = [:]
        for folder in Set(mine) { states[folder.id] = try? await api.state(of: folder) }
        // What is wrong is looked at each time, so that it is seen at once when it is right again.
        if !Set(mine).allSatisfy({ $0.paused || states[$0.id]?.isWell == true }) { nextStates = nil }
        staleIDs = stale.note(states.mapValues(\.outOfSync), of: Set(mine.map(\.id)), now: clock.now)
    }

    /// - Parameter onlyDangers: whether nothing may be allowed, since not all is known.
    /// - Returns: why the verdicts could not be written; nil while the database is away, which its own probe tells.
    private func write(_ verdicts: [SyncthingVerdict], onlyDangers: Bool) async -> String? {
        let statements = zip(settings.inboxes, verdicts).filter { !onlyDangers || $1.isDangerous }.map {
            SyncthingVerdictsTable.upsert(inbox: $0.path, $1)
        }
        do {
            try await SyncthingVerdicts(database).write(statements)
            return nil
        } catch let error as DatabaseError where error.consequence == .retry {
            return nil
        } catch {
            return "Librarians cannot be told what was found: \(error)"
        }
    }
}
