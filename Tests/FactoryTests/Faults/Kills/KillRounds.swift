import TestSupport
import Testing

/// Kills passes, one after the other on the same factory, and expects of the next pass that it makes all well.
final class KillRounds {
    private let factory: Installation
    private let delivery: Delivery
    /// What happens besides, also to the passes that are not killed.
    private let faults: [Fault]
    private var arrived: [String] = []
    private var round = 0

    init(_ delivery: Delivery, faults: [Fault] = []) {
        factory = delivery.factory
        self.delivery = delivery
        self.faults = faults
    }

    /// Kills before and after each of the first calls of `point`, each with a new delivery.
    func run(_ point: KillPoint) async throws {
        for number in 1...point.calls {
            for effect in [Fault.Effect.killsBefore, .killsAfter] {
                try await deliver()
                let kill = Fault.once(point.call, on: point.path, number: number, effect)
                let pass = try await factory.ingest(under: [kill] + faults)
                try #require(pass.wasKilled, "\(kill): \(pass.run.exitCode) \(pass.run.standardError)")
                try await expectRecovery("\(kill), \(pass.hits)")
            }
        }
    }

    /// The first delivery is what later ones refer to.
    private func deliver() async throws {
        if round == 0 {
            arrived += try await delivery.drop(1)
            try await expectRecovery("the first delivery")
            round = 1
        }
        round += 1
        arrived += try await delivery.drop(round)
    }

    private func expectRecovery(_ kill: String) async throws {
        let pass = try await factory.ingest(under: faults)
        let report = try pass.report()
        #expect(report.exitCode == 0 && report.counts.pending == 0, "\(kill): \(pass.run.standardError)")
        #expect(try factory.inboxFiles() == [], "\(kill)")
        let breaches = try await Conservation(factory: factory).breaches(arrived: arrived)
        #expect(breaches.isEmpty, "\(kill): \(breaches)")
    }
}
