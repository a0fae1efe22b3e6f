import FactoryCore
import TestSupport
import Testing

/// The inbox goes away under a running service, as the folder of a network mount does.
struct LostInboxTests {
    private let everySecond = ["LIBRARIAN_RESCAN_SECONDS": "1", "HEARTBEAT_SECONDS": "1"]
    private let photo = SamplePhoto("later", taken: "2021:02:03 04:05:06").bytes()

    /// Only a new start, which is the supervisor's to make, opens the new folder.
    @Test func folderThatWasReplacedEndsTheProcessWithOneSentence() async throws {
        try await withInstallation { factory in
            try await factory.whileServing(with: everySecond) { librarian in
                try await factory.waitForHeartbeat()
                try factory.root.rename("Photos_Inbox", to: "moved")
                let inbox = try factory.root.folder("Photos_Inbox")
                try inbox.write(photo, to: "later.jpg")

                let run = try await librarian.end(within: .seconds(30))

                #expect(run.exitCode == 2)
                let sentences = run.standardError.split(separator: "\n").filter { $0.contains("another folder") }
                #expect(sentences.count == 1, "\(run.standardError)")
                #expect(sentences.first?.hasPrefix("librarian: \(factory.inbox.path) is another folder") == true)
                #expect(run.standardError.hasSuffix("\(sentences.first ?? "")\n"), "\(run.standardError)")
            }
            try await factory.whileServing { _ in
                try await eventually("the next start files it") { try await factory.ledger().count == 1 }
            }
        }
    }

    @Test func missingFolderIsReportedAndFilingGoesOnWhenItIsBack() async throws {
        try await withInstallation { factory in
            try await factory.whileServing(with: everySecond) { librarian in
                try await factory.waitForHeartbeat()
                try factory.root.rename("Photos_Inbox", to: "moved")
                try await eventually("a heartbeat says what is missing") {
                    try await state(factory).contains { $0.hasPrefix("ERROR ") && $0.contains(factory.inbox.path) }
                }
                let log = try await librarian.log()
                // Which of the two depends on whether the librarian had got as far as opening its folders.
                let sentences = log.split(separator: "\n").filter { line in
                    ["filing stopped", "nothing is filed"].contains { line.contains($0) }
                }
                #expect(sentences.count == 1, "\(log)")

                try TestFolder(factory.root.path(of: "moved")).write(photo, to: "later.jpg")
                try factory.root.rename("moved", to: "Photos_Inbox")

                try await eventually("the photo is filed") {
                    try await factory.ledger().count == 1
                }
                try await eventually("the light is green again") {
                    try await state(factory).contains { $0.hasPrefix("OK ") }
                }
                #expect(await !librarian.hasEnded())
            }
            #expect(try factory.inboxFiles() == [])
        }
    }

    private func state(_ factory: Installation) async throws -> [String] {
        try await factory.database.connect().query(
            "SELECT status || ' ' || current_task FROM system_status WHERE service_name = 'librarian'"
        ) { try $0.string(0) }
    }
}
