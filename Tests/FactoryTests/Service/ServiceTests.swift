import FactoryCore
import TestSupport
import Testing

/// The librarian as a service: it reports, and it stops when it is asked to.
struct ServiceTests {
    @Test func heartbeatsAppearInStatusAndHistory() async throws {
        try await withInstallation { factory in
            try await factory.whileServing(with: ["HEARTBEAT_SECONDS": "1"]) { _ in
                try await eventually("three heartbeats are there") { try await factory.heartbeats() >= 3 }
                let connection = try await factory.database.connect()
                let states = try await connection.query(
                    """
                    SELECT status, current_task,
                        abs(extract(epoch FROM now() AT TIME ZONE 'UTC' - last_heartbeat)) < 30
                    FROM system_status WHERE service_name = 'librarian'
                    """
                ) { "\(try $0.string(0)) \($0.isNull(1)) \(try $0.bool(2))" }
                #expect(states == ["OK false true"])
            }
        }
    }

    @Test func tableOfOpenFilesNeedNotGrowWhileItFiles() async throws {
        try await withInstallation { factory in
            try await factory.whileServing { librarian in
                try await factory.waitForHeartbeat()
                #expect(try #require(await librarian.descriptorTableSize) >= 8192)
            }
        }
    }

    @Test func stopsWithinTenSecondsWhenItIsIdle() async throws {
        try await withInstallation { factory in
            try await factory.whileServing { librarian in
                try await factory.waitForHeartbeat()
                await librarian.terminate()
                let run = try await librarian.end(within: .seconds(10))
                #expect(run.exitCode == 0)
            }
        }
    }

    @Test func stopsWithinTenSecondsInTheMiddleOfItsWork() async throws {
        try await withInstallation { factory in
            for number in 0..<500 {
                let photo = SamplePhoto("\(number)", taken: "2022:02:\(number % 9 + 10) 12:00:00")
                try factory.inbox.write(photo.bytes(), to: "\(number).jpg")
            }
            let arrived = try await Conservation.arrivals(in: factory.inbox)
            try await factory.whileServing(with: ["LIBRARIAN_QUIET_SECONDS": "0"]) { librarian in
                try await eventually("some are filed") { try !factory.originals.files().isEmpty }
                await librarian.terminate()
                let run = try await librarian.end(within: .seconds(10))
                #expect(run.exitCode == 0)
            }
            _ = try await factory.ingest()
            #expect(try factory.inboxFiles() == [])
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }
}
