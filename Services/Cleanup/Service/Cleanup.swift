import FactoryCore
import Logging

/// One run: removes what is too old, and reports.
struct Cleanup: Sendable {
    /// A disk that sleeps, and a table that nobody has cleaned up for years, take their time.
    private static let limit: Duration = .seconds(300)

    let settings: CleanupSettings
    let clock: any WallClock
    let logger: Logger
    /// Set when no further batch should be begun.
    let stop: StopSignal
    var batch = HistoryCleanup.batch

    /// Counts what would be removed. Changes nothing, and reports nothing.
    ///
    /// - Throws: `DatabaseError`, `SchemaError`.
    func preview() async throws -> CleanupReport {
        let (begin, cutoff) = (ContinuousClock.now, settings.retention.cutoff(now: clock.now))
        return try await database().use { connection in
            let history = try await self.history(connection, cutoff)
            let old = try await history.count()
            let audit = try await self.audit(connection).count()
            return CleanupReport(
                outcome: stop.isSet ? .previewStopped : .previewed, deleted: old, kept: try await history.kept() - old,
                cutoff: cutoff, duration: .now - begin, audit: audit)
        }
    }

    /// Removes what is too old, unless another cleanup does so already, and writes a heartbeat.
    ///
    /// - Throws: `DatabaseError`, `SchemaError`, `HistoryError`; the heartbeat says so where it still can.
    func run() async throws -> CleanupReport {
        let database = database()
        do {
            let report = try await database.use { try await clean($0) }
            if report.outcome != .running { await tell(Self.health(report), database) }
            return report
        } catch {
            await tell(ServiceHealth(status: .error, task: "\(error)"), database)
            throw error
        }
    }

    /// Lists what disk and ledger do not agree about. Touches nothing; Storage may be read-only.
    ///
    /// - Throws: `StartupError` when Storage is not there, `DatabaseError`.
    func lookAtOriginals() async throws -> OriginalsFindings {
        try await OriginalsReport(
            ledger: LedgerView(database()), storage: settings.factory.storage, clock: clock, stop: stop, logger: logger
        ).run()
    }

    private static func health(_ report: CleanupReport) -> ServiceHealth {
        ServiceHealth(status: report.needsLook ? .warning : .ok, task: report.result)
    }

    private func clean(_ connection: PostgresConnection) async throws -> CleanupReport {
        let (begin, cutoff) = (ContinuousClock.now, settings.retention.cutoff(now: clock.now))
        let history = try await history(connection, cutoff)
        guard try await connection.query(SystemStatusHistoryTable.tryCleanupLock, { try $0.bool(0) }).first == true
        else {
            return CleanupReport(
                outcome: .running, deleted: 0, kept: try await history.kept(), cutoff: cutoff, duration: .now - begin)
        }
        let deleted = try await history.run()
        let entries: Int
        do {
            entries = try await audit(connection).run()
        } catch {
            throw HistoryError(deleted: deleted, reason: "the audit log could not be cleaned up: \(error)")
        }
        let wasStopped = stop.isSet
        let kept = try await history.kept()
        if StatisticsRules.areOutdated(deleted: deleted, kept: kept) { await history.analyze() }
        try await connection.execute(SystemStatusHistoryTable.unlockCleanup)
        return CleanupReport(
            outcome: wasStopped ? .stopped : .done, deleted: deleted, kept: kept, cutoff: cutoff,
            duration: .now - begin, audit: entries)
    }

    private func audit(_ connection: PostgresConnection) -> AuditCleanup {
        AuditCleanup(
            connection: connection, cutoff: settings.auditRetention.cutoff(now: clock.now), stop: stop, batch: batch)
    }

    private func history(_ connection: PostgresConnection, _ cutoff: Timestamp) async throws -> HistoryCleanup {
        try await Migrator(connection: connection).verify()
        try await connection.execute(SystemStatusHistoryTable.cleanupPatience)
        return HistoryCleanup(connection: connection, cutoff: cutoff, stop: stop, logger: logger, batch: batch)
    }

    private func database() -> Database {
        Database(settings.factory.database, applicationName: CleanupSettings.serviceName, limit: Self.limit)
    }

    /// What cannot be written is seen all the same: by what is printed, and by the exit code.
    private func tell(_ health: ServiceHealth, _ database: Database) async {
        let heartbeat = SingleHeartbeat(
            name: CleanupSettings.serviceName, description: CleanupSettings.description,
            interval: CleanupSettings.interval, database: database, clock: clock)
        do {
            try await heartbeat.write(health)
        } catch {
            // Without a database there is one sentence already that says so.
            logger.log(
                level: health.status == .error ? .debug : .warning, "the heartbeat could not be written: \(error)")
        }
    }
}
