import FactoryCore
import TestSupport
import Testing

/// What the database refuses to note comes to an end, and somebody is told.
struct RefusedRowTests {
    @Test(arguments: [2, 4])
    func filesOfOneContentWhoseRowIsRefusedAreTroubleAndNoLoop(copies: Int) async throws {
        try await withInstallation { factory in
            let connection = try await factory.database.connect()
            try await connection.execute(
                "ALTER TABLE media_assets ADD CONSTRAINT picky CHECK (captured_at <> '2020-01-02 03:04:05')")
            let refused = SamplePhoto("refused", taken: "2020:01:02 03:04:05").bytes()
            for number in 1...copies { try factory.inbox.write(refused, to: "\(number)/photo.jpg") }
            try factory.inbox.write(SamplePhoto("good", taken: "2020:01:02 03:04:06").bytes(), to: "good.jpg")

            let first = try await factory.ingest()
            let second = try await factory.ingest()

            #expect(first.exitCode == 1 && first.counts.filed == 1 && first.counts.pending == copies)
            #expect(second.exitCode == 1 && second.counts.seen == copies - 1 && second.counts.pending == copies - 1)
            #expect(try factory.originals.files() == ["good.jpg", "photo.jpg"].map { "2020/2020-01-02/\($0)" })
            #expect(try factory.inboxFiles().count == copies - 1)
            #expect(try await factory.ledger().map(\.originalName) == ["good.jpg"])
            let notes = try await connection.query("SELECT reason FROM factory.intake WHERE outcome = 'refused'") {
                try $0.string(0)
            }
            #expect(notes.count == 1 && notes[0].contains("picky"))
        }
    }
}
