import FactoryCore
import TestSupport
import Testing

/// Two librarians with inboxes of their own may share Storage and database.
struct TwoLibrariansTests {
    private let names = ["first", "second"]

    @Test func everythingIsFiledOnceAndNothingIsMistaken() async throws {
        try await withInstallation { factory in
            let arrived = try await preparePhotos(factory)
            try await factory.whileServing(with: settings(names[0], factory)) { first in
                try await factory.whileServing(with: settings(names[1], factory)) { second in
                    try await eventually("both are ready") { try await heartbeats(factory) == 2 }
                    for name in names { try factory.root.rename("camera-\(name)", to: "\(inbox(name))/camera") }
                    try await eventually("all is filed once") {
                        let counts = [try await factory.ledger().count, try factory.originals.files().count]
                        let once = Set(arrived).count
                        return try counts == [once, once] && left(factory).isEmpty
                    }
                    for librarian in [first, second] { try await expectPeacefulEnd(librarian) }
                }
            }
            for name in names {
                let journal = try factory.storage.read("Journal/\(name)/00000001.jsonl")
                #expect(journal.count { $0 == UInt8(ascii: "\n") } > 20, "\(name) had nothing to do")
                let again = try await factory.ingest(with: settings(name, factory))
                #expect(again.counts.seen == 0)
            }
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    private func inbox(_ name: String) -> String { "Photos_Inbox_of_\(name)" }

    private func settings(_ name: String, _ factory: Installation) -> [String: String] {
        [
            "LIBRARIAN_ID": name, "LIBRARIAN_QUIET_SECONDS": "0", "LIBRARIAN_RESCAN_SECONDS": "1",
            "PHOTOS_INBOX": factory.root.path(of: inbox(name)),
        ]
    }

    /// What came to the two inboxes and is still there.
    private func left(_ factory: Installation) throws -> [String] {
        try names.flatMap { try factory.root.folder(inbox($0)).files() }
            .filter { !Installation.ownFiles.contains($0) }
    }

    /// Beside the inboxes, so that all of them arrive at once. Every third content comes to both inboxes, and many have
    /// one name and day.
    private func preparePhotos(_ factory: Installation) async throws -> [String] {
        for name in names { try factory.root.folder(inbox(name)) }
        let cameras = try names.map { try factory.root.folder("camera-\($0)") }
        for number in 0..<900 {
            let photo = SamplePhoto("\(number % 600)", taken: "2022:02:\(number % 9 + 10) 12:00:00")
            let camera = cameras[(number + number / 600) % 2]
            try camera.write(photo.bytes(), to: "\(number / 15)/IMG_\(number % 15).jpg")
        }
        var arrived: [String] = []
        for camera in cameras { arrived += try await Conservation.arrivals(in: camera) }
        return arrived
    }

    private func heartbeats(_ factory: Installation) async throws -> Int {
        let services: SQL = "SELECT service_name FROM system_status WHERE service_name LIKE 'librarian@%'"
        return try await factory.database.connect().query(services) { try $0.string(0) }.count
    }

    private func expectPeacefulEnd(_ librarian: RunningProgram) async throws {
        await librarian.terminate()
        let run = try await librarian.end(within: .seconds(10))
        #expect(run.exitCode == 0, "\(run.standardError.suffix(3000))")
        #expect(!run.standardError.contains("its own original"), "\(run.standardError)")
        #expect(!run.standardError.contains(" ERROR "), "\(run.standardError)")
    }
}
