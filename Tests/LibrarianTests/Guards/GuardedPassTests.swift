import FactoryCore
import Logging
import TestSupport
import Testing

@testable import librarian

@Suite("A pass that meets an obstacle")
struct GuardedPassTests {
    /// More than a pass looks at before it looks up.
    private static let photos = 300
    private let idFile = ".photo-factory-vault"

    /// Opens the gate and makes everything that a pass needs, with photos in the inbox.
    private func workshop(_ archive: Archive, quietSeconds: Int) async throws -> Workshop {
        let files = [
            "PHOTOS_INBOX": archive.site.inboxFiles.path, "STORAGE": archive.site.storageFiles.path,
            "LIBRARIAN_QUIET_SECONDS": "\(quietSeconds)",
        ]
        let environment = archive.database.environment.merging(files) { $1 }
        let settings = try LibrarianSettings(Settings(flags: [:], environment: environment))
        let (logger, clock) = (Logger(label: "test"), SystemClock())
        let gate = try Gate(settings, logger: logger, clock: clock)
        try await gate.open()
        let workshop = try Workshop(
            settings, gate: gate, board: ProgressBoard(clock: clock), logger: logger,
            clock: clock)
        try await workshop.catchUp()
        // With nothing filed yet a missing id would be given anew.
        try archive.site.originalFiles.write([1], to: "2020/2020-01-02/earlier.jpg")
        for number in 0..<Self.photos {
            let photo = SamplePhoto("\(number)", taken: "2021:02:03 04:05:06")
            try archive.site.inboxFiles.write(photo.bytes(), to: "\(number).jpg")
        }
        return workshop
    }

    private func run(_ workshop: Workshop, waitsForQuiet: Bool = false) async throws {
        try await workshop.pass(waitsForQuiet: waitsForQuiet).run(.inbox) { workshop.tell($0) }
    }

    @Test("ends, accounts for every file that it saw, and the next one sees all that is left", arguments: [0, 3600])
    func ends(quietSeconds: Int) async throws {
        try await withArchive { archive in
            let workshop = try await workshop(archive, quietSeconds: quietSeconds)
            try archive.site.storageFiles.rename(idFile, to: "away")
            // Longer than a pass files without looking up.
            try await Task.sleep(for: .milliseconds(1100))
            await #expect(throws: Obstacle.self) { try await run(workshop) }
            let tally = workshop.board.current.tally
            #expect((1..<Self.photos).contains(tally.seen) && tally.isBalanced)
            #expect(quietSeconds == 0 ? tally.filed == tally.seen : tally.pending == tally.seen)

            try archive.site.storageFiles.rename("away", to: idFile)
            try await run(workshop)
            let all = workshop.board.current.tally
            #expect(all.isBalanced && all.seen - tally.seen == Self.photos - tally.filed)
        }
    }

    @Test("ends also when it comes up while files are given time to be quiet")
    func endsAfterTheWait() async throws {
        try await withArchive { archive in
            let workshop = try await workshop(archive, quietSeconds: 2)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await run(workshop, waitsForQuiet: true) }
                try await eventually("all were seen") { workshop.board.current.tally.seen == Self.photos }
                try archive.site.storageFiles.rename(idFile, to: "away")
                await #expect(throws: Obstacle.self) { try await group.waitForAll() }
            }
            let tally = workshop.board.current.tally
            #expect(tally.isBalanced && tally.pending == Self.photos)
            #expect(try archive.site.originalFiles.files() == ["2020/2020-01-02/earlier.jpg"])
        }
    }
}
