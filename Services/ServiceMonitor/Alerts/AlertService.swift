import FactoryCore
import Logging
import ServiceLifecycle

/// Looks at the lights of all services and tells somebody when one turns. Beside the probes, which it never holds up.
actor AlertService: Service {
    /// When an alert is tried again that the server did not take: somebody has to change something first.
    private static let retryRefused: Duration = .seconds(3600)

    private let tables: AlertTables
    private let board: ProbeBoard
    private let deliveries: DeliveryBoard
    private let sender: AlertSender
    private let clock: any WallClock
    private let logger: Logger
    private let rest: Duration
    private var plan: AlertPlan
    private var pace: DeliveryPace
    private var hasRecalled = false
    private var blindLooks = 0
    private var canSave = true

    /// - Parameters:
    ///   - board: where probes of this process say what they found.
    ///   - deliveries: where it is said whether alerts can be delivered.
    ///   - rest: between two looks.
    ///   - backoff: after a delivery that failed.
    init(
        _ settings: AlertSettings, database: Database, board: ProbeBoard, deliveries: DeliveryBoard,
        clock: any WallClock, logger: Logger, rest: Duration = .seconds(15),
        backoff: Backoff = Backoff(first: .seconds(15), limit: .seconds(600))
    ) {
        tables = AlertTables(database)
        (self.board, self.deliveries, self.clock, self.logger, self.rest) = (board, deliveries, clock, logger, rest)
        sender = AlertSender(settings)
        plan = AlertPlan(pause: settings.pause)
        pace = DeliveryPace(backoff: backoff)
    }

    /// Goes on until a graceful stop or a cancellation. Never throws: what goes wrong is logged, and tried again.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await self.look()
                try? await Task.sleep(for: self.rest)
            }
        }
    }

    private func look() async {
        let known = AlertRules.known(tables: await readTables(), probes: board.reports, now: clock.now)
        plan.look(known, now: clock.now)
        if await deliver() { await save() }
    }

    /// Nil while the tables cannot be read. What was told before is read first: nothing is to be told twice.
    private func readTables() async -> [ReportedService]? {
        do {
            if !hasRecalled {
                plan.recall(try await tables.announcements())
                hasRecalled = true
            }
            let services = try await tables.services()
            if blindLooks > 1 { logger.notice("the lights can be read again") }
            blindLooks = 0
            if !plan.owed.isEmpty { await save() }
            return services
        } catch {
            blindLooks += 1
            // Not at the first failure: when everything starts at the same time, the schema may come a moment later.
            if blindLooks == 2, !Task.isCancelled { logger.warning("the lights cannot be read: \(error)") }
            return nil
        }
    }

    /// Tries what is due, until the server fails.
    ///
    /// - Returns: whether anything was delivered.
    private func deliver() async -> Bool {
        guard pace.isOpen(now: .now) else { return false }
        var isAny = false
        for alert in plan.due(now: clock.now) {
            let outcome = await sender.send(alert, now: clock.now)
            if Task.isCancelled { break }
            note(outcome, of: alert)
            isAny = isAny || outcome == .delivered
            if case .failed = outcome { break }
        }
        if plan.isSettled(now: clock.now) { pace.calm() }
        tellComplaint()
        return isAny
    }

    private func note(_ outcome: DeliveryOutcome, of alert: Alert) {
        pace.note(outcome, now: .now)
        switch outcome {
        case .delivered:
            plan.note(alert, now: clock.now)
            logger.notice("told that \(alert.report.name) is \(alert.light.rawValue)")
        case .failed: plan.setBack(alert, for: .zero, now: clock.now)
        case .refused: plan.setBack(alert, for: Self.retryRefused, now: clock.now)
        }
    }

    private func tellComplaint() {
        guard deliveries.set(pace.complaint) else { return }
        if let complaint = pace.complaint {
            logger.warning("alerts cannot be delivered: \(complaint)")
        } else {
            logger.notice("alerts can be delivered again, as far as is known")
        }
    }

    /// What cannot be written now is owed until the database takes it.
    private func save() async {
        for announcement in plan.owed {
            do {
                try await tables.save(announcement)
                plan.settle(announcement)
                canSave = true
            } catch {
                // Once: a database that is away is told of elsewhere, one that refuses only here.
                if canSave, !Task.isCancelled { logger.warning("what was told cannot be remembered: \(error)") }
                canSave = false
                return
            }
        }
    }
}
