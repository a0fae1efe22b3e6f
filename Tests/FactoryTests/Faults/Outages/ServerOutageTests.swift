import FactoryCore
import TestSupport
import Testing

/// A PostgreSQL server that is not there, goes away and comes back, under the real librarian.
struct ServerOutageTests {
    private let oncePerSecond = ["HEARTBEAT_SECONDS": "1", "LIBRARIAN_RESCAN_SECONDS": "1"]

    /// Every tenth file is a copy of another one.
    private func drop(_ range: Range<Int>, into factory: Installation) async throws -> [String] {
        let arrivals = try factory.root.folder("arrivals \(range.lowerBound)")
        for number in range {
            let content = number % 10 == 9 ? number - 1 : number
            let photo = SamplePhoto("\(content)", taken: "2022:02:\(content % 9 + 10) 12:00:00")
            try arrivals.write(photo.bytes(), to: "IMG_\(number).jpg")
        }
        let digests = try await Conservation.arrivals(in: arrivals)
        try factory.root.rename("arrivals \(range.lowerBound)", to: "Photos_Inbox/\(range.lowerBound)")
        return digests
    }

    private func states(_ factory: Installation) async throws -> [String] {
        try await factory.database.connect().query(
            "SELECT status || ' ' || current_task FROM system_status_history ORDER BY heartbeat_timestamp"
        ) { try $0.string(0) }
    }

    @Test func serviceStartsAndFilesWithoutServerAndCatchesUp() async throws {
        try await withServedFactory { factory, server in
            try await server.stop()
            try await factory.whileServing(with: oncePerSecond) { _ in
                let arrived = try await drop(0..<50, into: factory)
                try await eventually("everything is filed or recognised as a copy") {
                    try factory.inboxFiles() == []
                }
                #expect(try factory.originals.files().count == 45)
                try await server.start()
                try await eventually("every photo has its row") {
                    try await factory.ledger().count == 45
                }
                try await eventually("the history shows the outage and its end") {
                    let states = try await states(factory)
                    return states.contains { $0.hasPrefix("WARNING Filing without the database") }
                        && states.last?.hasPrefix("OK ") == true
                }
                #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
            }
        }
    }

    @Test func passWithoutServerFilesAndLeavesRowsToTheNext() async throws {
        try await withServedFactory { factory, server in
            try await server.stop()
            let arrived = try await drop(0..<20, into: factory)
            let report = try await factory.ingest()
            #expect(report.exitCode == 1 && report.counts.filed == 18 && report.counts.duplicates == 2)
            try await server.start()
            #expect(try await factory.ingest().exitCode == 0)
            #expect(try await factory.ledger().count == 18)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    /// What is stored already is filed a second time while nobody can know, and found out afterwards.
    @Test func copiesThatCameMeanwhileAreNotStoredTwice() async throws {
        try await withServedFactory { factory, server in
            let arrived = try await drop(0..<40, into: factory)
            #expect(try await factory.ingest().counts.filed == 36)
            try await server.stop()
            for number in 0..<40 where number % 10 != 9 {
                let photo = SamplePhoto("\(number)", taken: "2022:02:\(number % 9 + 10) 12:00:00")
                try factory.inbox.write(photo.bytes(), to: "renamed \(number).jpg")
            }
            #expect(try await factory.ingest().counts.filed == 36)
            #expect(try factory.originals.files().count == 72)
            try await server.start()
            #expect(try await factory.ingest().exitCode == 0)
            #expect(try factory.originals.files().count == 36)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    @Test(arguments: [false, true])
    func serverThatComesAndGoesLosesNothing(isKilled: Bool) async throws {
        try await withServedFactory { factory, server in
            try await factory.whileServing(with: oncePerSecond) { _ in
                var arrived: [String] = []
                for round in 0..<6 {
                    arrived += try await drop(round * 300..<round * 300 + 300, into: factory)
                    // Sooner or later after the files have been met.
                    let before = try factory.originals.files().count
                    try await eventually("filing has begun") {
                        try factory.originals.files().count > before
                    }
                    try await Task.sleep(for: .milliseconds(round * 15))
                    if isKilled { await server.kill() } else { try await server.stop() }
                    try await server.start()
                }
                try await eventually("everything is filed and has its row", within: .seconds(120)) {
                    guard try factory.inboxFiles() == [], try await factory.ledger().count == 6 * 270 else {
                        return false
                    }
                    // A copy that was filed while nobody could know goes after the rows have come.
                    return try factory.originals.files().count == 6 * 270
                }
                #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
            }
        }
    }
}
