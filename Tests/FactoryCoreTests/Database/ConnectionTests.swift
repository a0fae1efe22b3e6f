import FactoryCore
import TestSupport
import Testing

/// What stands between this program and its database, told apart: what a person must change, and what passes.
struct ConnectionTests {
    @Test func wrongPasswordNeedsAPerson() async throws {
        try await PasswordLogin.shared.prepare()
        try await withScratchDatabase { database in
            var settings = database.settings
            settings.user = PasswordLogin.role
            settings.password = "guess"
            let error = try #require(await failure(settings))
            #expect(error.sqlState?.code == "28P01")
            #expect(error.consequence == .stop)
            #expect(error.message.contains(PasswordLogin.role))
            #expect(!error.message.contains("guess"))
            settings.password = PasswordLogin.password
            _ = try await PostgresConnection.open(settings)
        }
    }

    @Test func missingPasswordNeedsAPerson() async throws {
        try await PasswordLogin.shared.prepare()
        try await withScratchDatabase { database in
            var settings = database.settings
            settings.user = PasswordLogin.role
            let error = try #require(await failure(settings))
            #expect(error.consequence == .stop)
            #expect(error.message.contains("no password supplied"), "\(error.message)")
        }
    }

    @Test func unknownDatabaseNeedsAPerson() async throws {
        let error = try #require(await failure(ScratchCluster.current().settings(database: "no_such_database")))
        #expect(error.sqlState?.code == "3D000")
        #expect(error.consequence == .stop)
        #expect(error.message.contains("no_such_database"))
    }

    @Test func absentServerIsWaitedFor() async throws {
        // Nothing listens on the lowest port of a machine that has no inetd.
        let error = try #require(
            await failure(ConnectionSettings(host: "127.0.0.1", port: 1, user: "x", database: "y")))
        #expect(error.sqlState == nil)
        #expect(error.consequence == .retry)
        #expect(error.connectionLost)
        #expect(!error.message.contains("\n"))
    }

    @Test func brokenConnectionIsKnownAndANewOneWorks() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            try await database.breakConnections()
            let error = await #expect(throws: DatabaseError.self) { try await connection.execute("SELECT 1") }
            #expect(error?.connectionLost == true)
            #expect(error?.consequence == .retry)
            #expect(await connection.isLost)
            await #expect(throws: DatabaseError.self) { try await connection.execute("SELECT 1") }
            let another = try await database.connect()
            #expect(try await another.query("SELECT 1") { try $0.int(0) } == [1])
        }
    }

    @Test func statementWithoutAnAnswerEndsAtItsLimit() async throws {
        try await withScratchDatabase { database in
            let connection = try await PostgresConnection.open(database.settings, limit: .milliseconds(300))
            let start = ContinuousClock.now
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.execute("SELECT pg_sleep(60)")
            }
            #expect(error?.connectionLost == true)
            #expect(ContinuousClock.now - start < .seconds(40))
        }
    }

    @Test func manyConnectionsWaitWithoutHoldingEachOtherUp() async throws {
        try await withScratchDatabase { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<24 {
                    group.addTask { try await database.connect().execute("SELECT pg_sleep(3600)") }
                }
                // On the threads of two cores only two at a time would.
                let watcher = try await database.connect()
                try await eventually("all wait at once") {
                    try await watcher.query(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event = 'PgSleep'
                        """
                    ) { try $0.int(0) } == [24]
                }
                try await database.breakConnections()
                while let ended = await group.nextResult() {
                    #expect(throws: DatabaseError.self) { try ended.get() }
                }
            }
        }
    }

    private func failure(_ settings: ConnectionSettings) async -> DatabaseError? {
        do {
            _ = try await PostgresConnection.open(settings)
            return nil
        } catch {
            return error as? DatabaseError
        }
    }
}
