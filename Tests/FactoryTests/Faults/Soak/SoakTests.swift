import TestSupport
import Testing

/// Hours of random trouble, when somebody asks for them: `make soak`.
struct SoakTests {
    private static let minutes = TestEnvironment.value("FACTORY_SOAK_MINUTES").flatMap { Int($0) }

    /// After so many rounds a new factory begins: to read all of a large one again after each round would take the time
    /// that is meant for trouble.
    private static let roundsOfAFactory = 20

    @Test(.enabled(if: minutes != nil, "This is for make soak."))
    func nothingIsLostWhateverHappens() async throws {
        let deadline = ContinuousClock.now + .seconds(60 * (Self.minutes ?? 0))
        var figures = SoakFigures()
        while ContinuousClock.now < deadline, figures.breaches.isEmpty {
            try await withOwnServer { server in
                try await live(on: server, until: deadline, &figures)
            }
        }
        print(figures)
        #expect(figures.breaches == [])
    }

    private func live(
        on server: OwnServer, until deadline: ContinuousClock.Instant, _ figures: inout SoakFigures
    ) async throws {
        let database = try await server.makeDatabase("soak")
        try await withTemporaryFolder { root in
            let factory = Installation(
                root: root, inbox: try root.folder("Photos_Inbox"), storage: try root.folder("Storage"),
                database: database)
            let round = SoakRound(factory: factory, server: server, arrivals: try SoakArrivals(factory))
            for number in 1...Self.roundsOfAFactory where ContinuousClock.now < deadline && figures.breaches.isEmpty {
                try await round.run(number, &figures)
                print(figures)
            }
        }
    }
}
