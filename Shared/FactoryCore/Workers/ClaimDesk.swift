/// Where a replica of a worker takes assets and hands them in again: the tables, as the engine sees them.
struct ClaimDesk<Worker: AssetWorker>: Sendable {
    let worker: Worker
    let database: Database
    let settings: WorkerSettings

    private var stage: Stage { worker.stage }
    private var lease: Int { max(1, Int(settings.lease.components.seconds)) }

    /// The next assets that wait.
    func take(after cursor: ClaimCursor) async throws -> [ClaimedAsset] {
        let claim = ClaimsTable.take(
            stage, for: settings.replica, after: cursor, limit: settings.batch, seconds: lease)
        return try await database.use { try await $0.query(claim, ClaimsTable.asset) }
    }

    /// Keeps what is in hand.
    ///
    /// - Returns: what still is.
    @discardableResult
    func renew(_ assets: [String]) async throws -> Set<String> {
        let renewal = ClaimsTable.renew(assets, of: stage, for: settings.replica, seconds: lease)
        return Set(try await database.use { try await $0.query(renewal) { try $0.string(0) } })
    }

    func release(_ assets: [ClaimedAsset]) async throws {
        guard !assets.isEmpty else { return }
        let release = ClaimsTable.release(assets.map(\.id), of: stage, by: settings.replica)
        try await database.use { _ = try await $0.execute(release) }
    }

    /// Writes down what became of assets: flags, what the worker has to say of them, failures; all or nothing.
    ///
    /// - Returns: what counts of it.
    func handIn(_ results: [WorkResult<Worker.Outcome>]) async throws -> WorkTally {
        do {
            return try await write(results)
        } catch let error as DatabaseError where error.consequence == .refuseRow && results.count > 1 {
            // One of them is at fault, and must not hold up the others: it is looked for by halves.
            let middle = results.count / 2
            var tally = try await handIn(Array(results[..<middle]))
            tally.add(try await handIn(Array(results[middle...])))
            return tally
        } catch let error as DatabaseError where error.consequence == .refuseRow {
            let failure = WorkFailure("the database refuses what was found: \(error)", isPassing: false)
            return try await write(
                results.map { WorkResult(asset: $0.asset, ending: .failed(failure), duration: $0.duration) })
        }
    }

    private func write(_ results: [WorkResult<Worker.Outcome>]) async throws -> WorkTally {
        var done: [(asset: ClaimedAsset, outcome: Worker.Outcome)] = []
        var failed: [FailedWork] = []
        var entries: [AuditEntry] = []
        for result in results {
            switch result.ending {
            case .done(let outcome):
                done.append((result.asset, outcome))
                if result.duration >= settings.slow { entries.append(entry(result, .slow, nil)) }
            case .failed(let failure):
                failed.append(
                    FailedWork(
                        asset: result.asset.id, message: failure.reason, severity: failure.severity,
                        failures: result.asset.failures,
                        retry: RetryRules.delay(after: result.asset.failures, failure)))
                entries.append(entry(result, .failed, failure.reason))
            case .givenBack: continue
            }
        }
        let finish = ClaimsTable.finish(done.map(\.asset.id), of: stage, by: settings.replica)
        var statements = [finish]
        if !done.isEmpty { statements += worker.statements(for: done) }
        // Of all: another replica's failure may have been written down after this one had taken the asset over.
        if !done.isEmpty { statements.append(FailureRecordsTable.resolve(done.map(\.asset.id), of: stage)) }
        let failures = statements.count
        if !failed.isEmpty { statements.append(FailureRecordsTable.record(failed, of: stage, by: settings.replica)) }
        if !entries.isEmpty { statements.append(AuditLogsTable.insert(entries)) }
        let given = results.filter { if case .givenBack = $0.ending { true } else { false } }.map(\.asset.id)
        if !given.isEmpty { statements.append(ClaimsTable.release(given, of: stage, by: settings.replica)) }
        let counts = try await database.use { [statements] in try await $0.transaction(statements) }
        let recorded = failed.isEmpty ? 0 : counts[failures]
        return WorkTally(
            done: counts[0], failed: recorded, lost: done.count - counts[0] + failed.count - recorded)
    }

    private func entry(
        _ result: WorkResult<Worker.Outcome>, _ status: AuditEntry.Status, _ error: String?
    ) -> AuditEntry {
        AuditEntry(
            service: stage.name, action: "work", entity: result.asset.id, duration: result.duration, status: status,
            error: error)
    }

    /// Whether anything waits that others only hold at this moment.
    func isAnyDue() async throws -> Bool {
        try await database.use { [stage] in try await $0.query(ClaimsTable.isAnyDue(stage)) { try $0.bool(0) } }.first
            ?? false
    }

    /// With how many assets the stage has failed, and of how many it has given up.
    func failures() async throws -> (all: Int, givenUp: Int) {
        try await database.use { [stage] in
            try await $0.query(FailureRecordsTable.count(stage)) { (try $0.int(0), try $0.int(1)) }
        }.first ?? (0, 0)
    }
}
