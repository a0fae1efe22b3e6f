import FactoryCore

/// Holds all files while the inbox is Syncthing's and was not seen to be receive-only. Asks for the monitor's verdict,
/// and keeps it while the database is away.
actor SyncthingHold {
    /// How long a verdict is taken for the latest.
    private static let freshness: Duration = .seconds(5)

    /// Paths are looked up, which may hang.
    private let executor = BlockingExecutor(label: "syncthing hold")
    private let settings: LibrarianSettings
    private let database: Database
    private let clock: any WallClock
    private var verdict: SyncthingVerdict?
    /// What stands in the file; nil when nothing is known to.
    private var kept: SyncthingVerdict?
    /// Why the database could not say; nil when it did, or is away.
    private var refusal: String?
    private var nextQuestion: ContinuousClock.Instant?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private nonisolated var inboxPath: String { settings.factory.inbox }

    init(_ settings: LibrarianSettings, clock: any WallClock) {
        (self.settings, self.clock) = (settings, clock)
        database = Database(settings.factory.database, applicationName: "\(settings.heartbeatName) hold")
    }

    /// Looks whether the inbox itself, a folder that holds it, or one that leads to one of the files is Syncthing's:
    /// phones may have folders of their own in the inbox, which come at any time.
    ///
    /// - Parameter connection: by which the database is asked; nil for one of its own.
    /// - Throws: `Obstacle` while nothing may be moved.
    func check(
        _ paths: [RelativePath] = [], in inbox: Folder? = nil, over connection: PostgresConnection? = nil
    ) async throws(Obstacle) {
        guard settings.syncthing == .receiveOnly else { return }
        var markers: [SyncthingMarker] = []
        do {
            if let marker = try SyncthingMarker.above(inboxPath) { markers.append(marker) }
            if let inbox { markers += try SyncthingMarker.below(inbox, to: paths) }
        } catch {
            throw Obstacle("PHOTOS_INBOX (\(inboxPath)): whether Syncthing writes into it cannot be known: \(error)")
        }
        await askInTime(markers, over: connection)
        let objection = SyncthingRules.objection(
            markers: markers, verdict: verdict, inbox: inboxPath, now: clock.now)
        guard let objection else { return }
        throw Obstacle(objection + (refusal.map { " (\($0))" } ?? ""))
    }

    private func askInTime(_ markers: [SyncthingMarker], over connection: PostgresConnection?) async {
        if let nextQuestion, nextQuestion > .now { return }
        let file = SyncthingVerdictFile(
            storage: try? Folder.open(settings.factory.storage), librarian: settings.id, inbox: inboxPath)
        await ask(file, over: connection)
        keep(in: file, markers)
        nextQuestion = .now + Self.freshness
    }

    private func ask(_ file: SyncthingVerdictFile, over connection: PostgresConnection?) async {
        do {
            if let connection {
                verdict = try await find(over: connection)
            } else {
                verdict = try await database.use { try await find(over: $0) }
            }
            refusal = nil
            // What allowed more must not come back with a start while the database is away.
            if verdict?.isReceiveOnly != true, kept?.isReceiveOnly != false {
                try? file.remove()
                kept = nil
            }
        } catch let error as DatabaseError where error.consequence == .retry {
            verdict = verdict ?? file.read()
        } catch {
            refusal = "\(error)"
        }
    }

    private nonisolated func find(over connection: PostgresConnection) async throws -> SyncthingVerdict? {
        let statement = SyncthingVerdictsTable.find(inbox: inboxPath)
        return try await connection.query(statement) { try SyncthingVerdictsTable.verdict($0) }.first
    }

    /// Only what says something new is written: Storage's disk may be asleep. Without it a start while the database is
    /// away waits, which does no harm.
    private func keep(in file: SyncthingVerdictFile, _ markers: [SyncthingMarker]) {
        guard let verdict, isNews(verdict, markers), (try? file.write(verdict)) == true else { return }
        kept = verdict
    }

    private func isNews(_ verdict: SyncthingVerdict, _ markers: [SyncthingMarker]) -> Bool {
        guard let kept else { return true }
        return kept.isReceiveOnly != verdict.isReceiveOnly || kept.folders != verdict.folders
            || kept.finding != verdict.finding || markers.contains { kept.time < $0.changed }
    }
}
