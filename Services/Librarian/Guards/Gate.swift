import FactoryCore
import Logging
import Synchronization

/// Stands before everything that moves a file: asks whether inbox, Storage and database belong together, whether there
/// is room, and whether the clock can be believed. What it finds is looked up anew each time, so that an obstacle is gone
/// as soon as its cause is.
actor Gate {
    /// What is looked at.
    enum Scope: Sendable {
        /// Folders and clock; the database as it was when last asked.
        case folders
        case everything
    }

    /// Somebody else may write an id at the same time, but not again and again.
    private static let tries = 4

    private let executor = BlockingExecutor(label: "guards")
    private let settings: LibrarianSettings
    private let logger: Logger
    private let clock: any WallClock
    private let glanceInterval: Duration
    private let hold: SyncthingHold
    /// As it was when last asked; nil when it never was.
    private var ledger: VaultState.Ledger?
    private var lock: InboxLock?
    /// Asked for every few files, so without a change of threads.
    private nonisolated let nextGlance = Mutex(ContinuousClock.now)
    private var isSchemaUpToDate = false
    private var hasWarned = false

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter glanceInterval: how often a long pass looks up from its work.
    /// - Throws: `StartupError` when inbox and Storage contain each other: no waiting helps.
    init(
        _ settings: LibrarianSettings, logger: Logger, clock: any WallClock, glanceInterval: Duration = .seconds(1)
    ) throws(StartupError) {
        try Premises.checkApart(settings.factory)
        (self.settings, self.logger, self.clock) = (settings, logger, clock)
        self.glanceInterval = glanceInterval
        hold = SyncthingHold(settings, clock: clock)
    }

    /// Looks at everything before anything is opened or made, and gives a new installation its id. The inbox is locked
    /// from here on.
    ///
    /// - Throws: `Obstacle` that says what to do, `StartupError` when another librarian has the inbox, `DatabaseError` or
    ///   `SchemaError` when the database cannot be used.
    func open() async throws {
        // Before anything is judged: who holds the inbox is what its second librarian has to hear.
        if let folders = try? VaultFolders(settings), folders.inboxFile != nil || settings.inboxIsNamed {
            try takeLock(folders.inbox)
        }
        try await check(.everything)
    }

    /// Looks before a pass. The inbox is unlocked while there is an obstacle, so that it can be removed by
    /// `librarian adopt`.
    ///
    /// - Throws: as `open`.
    func check(_ scope: Scope) async throws {
        try await check(scope, over: nil)
    }

    /// - Parameter connection: by which the database is asked; nil for one of its own.
    private func check(_ scope: Scope, over connection: PostgresConnection?) async throws {
        do {
            try await look(scope, over: connection)
        } catch let obstacle as Obstacle {
            lock = nil
            throw obstacle
        }
    }

    /// Looks in the middle of a pass, though not at each of its steps.
    ///
    /// - Throws: `Obstacle`.
    nonisolated func glance() async throws {
        guard nextGlance.withLock({ $0 <= .now }) else { return }
        try await look(.folders)
    }

    /// Looks whether the folders that lead to these files may be emptied, before the files are taken.
    ///
    /// - Throws: `Obstacle`.
    nonisolated func admit(_ paths: [RelativePath], in inbox: Folder) async throws {
        try await hold.check(paths, in: inbox)
    }

    /// Looks at everything, before the database is told of anything: it may be another one than it was.
    ///
    /// - Parameter connection: by which it is going to be told; another one might lead elsewhere.
    /// - Throws: as `open`, and `DatabaseError` when the database does not answer.
    func admitDatabase(over connection: PostgresConnection) async throws {
        try await check(.everything, over: connection)
        guard case .unreachable(let reason)? = ledger else { return }
        throw DatabaseError(message: reason, sqlState: nil, connectionLost: true)
    }

    private var holder: String { "librarian '\(settings.id)', process \(ProcessIdentity.current)" }

    private func look(_ scope: Scope, over connection: PostgresConnection? = nil) async throws {
        if let sentence = ClockRules.objection(now: clock.now) { throw Obstacle(sentence) }
        var connection = connection
        if try scope == .everything || !agreesAtOnce() { connection = try await settle(over: connection) }
        // By the same connection: each costs the server a process, and a start several milliseconds.
        try await hold.check(over: connection)
        nextGlance.withLock { $0 = .now + glanceInterval }
    }

    /// Whether the folders agree with what the database said when it was last asked.
    private func agreesAtOnce() throws -> Bool {
        guard let ledger else { return false }
        let folders = try VaultFolders(settings)
        guard try judge(folders, ledger) == .agreed else { return false }
        try accept(folders)
        return true
    }

    /// Looks below Originals only where an id is missing: what is there does not matter otherwise.
    private func judge(_ folders: VaultFolders, _ ledger: VaultState.Ledger) throws(Obstacle) -> VaultJudgement {
        let idsAlone = folders.state(ledger, originalsAreEmpty: false)
        guard VaultRules.judge(idsAlone, newID: .random()) != .agreed else { return .agreed }
        let isEmpty = try folders.originals(limit: 1) == 0
        return VaultRules.judge(folders.state(ledger, originalsAreEmpty: isEmpty), newID: .random())
    }

    /// Asks everything, and completes the ids of a first run.
    ///
    /// - Returns: the connection by which the database was asked; nil when it did not answer.
    private func settle(over connection: PostgresConnection?) async throws -> PostgresConnection? {
        var database = connection.map { VaultLedger($0) }
        for _ in 0..<Self.tries {
            let answer = try await ask(&database)
            let folders = try VaultFolders(settings)
            switch try judge(folders, answer) {
            case .refused(let sentence): throw Obstacle(sentence)
            case .agreed:
                try accept(folders)
                protect(folders.inbox)
                return database?.connection
            case .complete(let id, let places):
                try checkSpace(folders)
                try await write(id, to: places, folders, database)
            }
        }
        throw Obstacle("another librarian writes vault ids to the same places at the same time: stop one of them")
    }

    /// - Parameter database: is opened unless it is; nil while it does not answer.
    private func ask(_ database: inout VaultLedger?) async throws -> VaultState.Ledger {
        do {
            let open = if let database { database } else { try await VaultLedger(settings) }
            database = open
            if !isSchemaUpToDate {
                try await SchemaUpdate(settings: settings, logger: logger).apply(seenBy: open.connection)
            }
            let answer = try await open.look()
            (isSchemaUpToDate, ledger) = (true, answer)
            return answer
        } catch let error as DatabaseError {
            // It may come back as another one, without our tables.
            isSchemaUpToDate = false
            guard error.consequence == .retry else { throw error }
            database = nil
            let answer = VaultState.Ledger.unreachable("\(error)")
            ledger = answer
            return answer
        }
    }

    private func accept(_ folders: VaultFolders) throws {
        try checkSpace(folders)
        if try lock?.holds(folders.inboxFile, of: folders.inbox) != true { try takeLock(folders.inbox) }
    }

    private func checkSpace(_ folders: VaultFolders) throws(Obstacle) {
        guard let space = folders.space else { return }
        let path = settings.factory.storage
        if let sentence = SpaceRules.objection(to: space, path: path, megabytes: settings.freeMegabytes) {
            throw Obstacle(sentence)
        }
    }

    private func takeLock(_ inbox: Folder) throws {
        lock = nil
        do {
            lock = try InboxLock.take(inbox, holder: holder)
        } catch let error as FileError {
            throw Obstacle("PHOTOS_INBOX: \(error)")
        }
    }

    private func write(
        _ id: VaultID, to places: [VaultPlace], _ folders: VaultFolders, _ database: VaultLedger?
    ) async throws {
        do {
            if places.contains(.database), let database {
                try await database.insert(id)
                // Somebody else was faster: theirs is looked at next.
                guard case .answers(id, _) = try await database.look() else { return }
            }
            for place in places { try folders.write(id, to: place) }
        } catch let error as FileError where error.isTaken {
            return
        } catch let error as FileError {
            throw Obstacle("\(error)")
        } catch let error as DatabaseError where error.consequence == .retry {
            throw Obstacle("the database does not answer any more (\(error))")
        }
        logger.notice("the vault id \(id) is written to: \(places.map(\.rawValue).joined(separator: ", "))")
    }

    /// No obstacle when it fails: the owner may have reasons for how the patterns are.
    private func protect(_ inbox: Folder) {
        do {
            try SyncthingPatterns.protect(inbox)
        } catch {
            guard !hasWarned else { return }
            hasWarned = true
            logger.warning("Syncthing may take the librarian's own files in the inbox for photos: \(error)")
        }
    }
}
