import TestSupport
import Testing

/// Kills or hurts passes, one after the other on the same factory, and expects of the next one that it makes all well.
final class FaultRounds {
    private let factory: Installation
    private let delivery: Delivery
    /// What happens besides, also to the passes that are to come through.
    private let faults: [Fault]
    private var arrived: [String] = []
    private var round = 0

    init(_ delivery: Delivery, faults: [Fault] = []) {
        factory = delivery.factory
        self.delivery = delivery
        self.faults = faults
    }

    /// Does each of `effects` to each of the first calls of `point`, each time with a new delivery.
    func run(_ point: FaultPoint, _ effects: [Fault.Effect] = [.killsBefore, .killsAfter]) async throws {
        for number in 1...point.calls {
            for effect in effects {
                try await deliver()
                let fault = Fault.once(point.call, on: point.path, number: number, effect)
                let pass = try await factory.ingest(under: [fault] + faults)
                try #require(happened(fault, to: pass), "\(fault): \(pass.run.exitCode) \(pass.run.standardError)")
                try await expectRecovery("\(fault), \(pass.hits)")
            }
        }
    }

    private func happened(_ fault: Fault, to pass: FaultyPass) -> Bool {
        switch fault.effect {
        case .killsBefore, .killsAfter: pass.wasKilled
        default: !pass.wasKilled && pass.hits.contains { $0.hasPrefix("\(fault.call) ") && $0.contains(fault.path) }
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

    private func expectRecovery(_ fault: String) async throws {
        let pass = try await factory.ingest(under: faults)
        let report = try pass.report()
        #expect(report.exitCode == 0 && report.counts.pending == 0, "\(fault): \(pass.run.standardError)")
        #expect(try factory.inboxFiles() == [], "\(fault)")
        let breaches = try await Conservation(factory: factory).breaches(arrived: arrived)
        #expect(breaches.isEmpty, "\(fault): \(breaches)")
        let scattered = try delivery.scattered()
        #expect(scattered.isEmpty, "\(fault): \(scattered)")
    }
}
