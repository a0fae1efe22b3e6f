import TestSupport
import Testing

/// `kill -9` at any time loses nothing and stores nothing twice.
struct KillTests {
    /// Every twentieth file is a duplicate: what is one must be one after a kill too.
    @Test func passThatIsKilledAgainAndAgainConverges() async throws {
        try await withInstallation { factory in
            for number in 0..<2000 {
                let photo = SamplePhoto("\(number % 1900)", taken: "2022:02:\(number % 1900 % 9 + 10) 12:00:00")
                try factory.inbox.write(photo.bytes(), to: "phone\(number % 3)/IMG_\(number).jpg")
            }
            let arrived = try await Conservation.arrivals(in: factory.inbox)

            var kills = 0
            for milliseconds in stride(from: 40, through: 600, by: 40) {
                if try await killedIngest(factory, after: .milliseconds(milliseconds)) { kills += 1 }
            }
            let report = try await factory.ingest()

            #expect(kills >= 3, "the pass was over too soon to be killed")
            #expect(report.counts.pending == 0)
            #expect(try factory.inbox.files() == [])
            #expect(try factory.originals.files().count == 1900)
            #expect(try await factory.ledger().count == 1900)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    /// Whether the pass still ran when it was killed.
    private func killedIngest(_ factory: Installation, after delay: Duration) async throws -> Bool {
        let arguments = ["ingest", "--json", "--quiet-seconds", "0"]
        return try await withRunning(
            .built("librarian"), arguments, environment: factory.environment, in: factory.root
        ) { librarian in
            try await Task.sleep(for: delay)
            let wasRunning = await !librarian.hasEnded()
            await librarian.kill()
            return wasRunning
        }
    }
}
