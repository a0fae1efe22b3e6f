import TestSupport

/// Some seconds in the life of a factory in which all goes wrong that can.
struct SoakRound {
    private enum Event: CaseIterable {
        case arrival, stoppedServer, killedServer, peace
    }

    let factory: Installation
    let server: OwnServer
    let arrivals: SoakArrivals

    /// Lets files arrive, things happen and the dust settle.
    func run(_ number: Int, _ figures: inout SoakFigures) async throws {
        figures.files += try await arrivals.deliver(number)
        for _ in 0..<Int.random(in: 2...4) { try await live(&figures) }
        try await server.start()
        arrivals.settle()
        try await settle(&figures)
        figures.rounds += 1
    }

    /// One life of the service, which ends by a kill.
    private func live(_ figures: inout SoakFigures) async throws {
        let environment = factory.environment(with: [
            "LIBRARIAN_QUIET_SECONDS": "0", "LIBRARIAN_RESCAN_SECONDS": "1", "HEARTBEAT_SECONDS": "1",
        ])
        figures = try await withRunning(
            .built("librarian"), ["run"], environment: environment, in: factory.root
        ) { [figures] librarian in
            var figures = figures
            for _ in 0..<Int.random(in: 1...4) {
                try await happen(Event.allCases.randomElement() ?? .peace, &figures)
                try await Task.sleep(for: .milliseconds(.random(in: 0...700)))
            }
            if await librarian.hasEnded() { figures.breaches.append("The service ended: \(try await librarian.log())") }
            await librarian.kill()
            figures.kills += 1
            return figures
        }
    }

    private func happen(_ event: Event, _ figures: inout SoakFigures) async throws {
        switch event {
        case .arrival: figures.files += try await arrivals.drop()
        case .stoppedServer:
            if try await server.stop() { figures.serverStops += 1 }
            if Bool.random() { try await server.start() }
        case .killedServer:
            if await server.kill() { figures.serverKills += 1 }
            if Bool.random() { try await server.start() }
        case .peace: break
        }
    }

    /// Two passes: the second takes what the first left because it was about to be filed.
    private func settle(_ figures: inout SoakFigures) async throws {
        for _ in 0..<2 { _ = try await factory.ingest(within: .seconds(300)) }
        let left = try factory.inboxFiles()
        if !left.isEmpty { figures.breaches.append("The inbox still holds \(left)") }
        figures.breaches += try await Conservation(factory: factory).breaches(arrived: arrivals.arrived)
    }
}
