import FactoryCore
import FoundationEssentials
import TestSupport
import Testing

/// Photos that come from a phone by a real Syncthing: they are filed, and the phone keeps them.
struct SyncthingDeliveryTests {
    private let inAHurry = ["HEARTBEAT_SECONDS": "1", "LIBRARIAN_RESCAN_SECONDS": "1"]

    /// Lends a factory whose inbox a phone fills, with librarian and monitor at work.
    private func withDelivery(
        _ type: String, _ body: (Installation, SyncthingPair) async throws -> Void
    ) async throws {
        try await withInstallation { factory in
            try await withSyncthingPair(SyncthingShare(path: factory.inbox.path, type: type)) { pair in
                try await factory.whileMonitoring(with: Installation.settings(for: pair.nas)) { _ in
                    try await factory.whileServing(with: inAHurry) { _ in try await body(factory, pair) }
                }
            }
        }
    }

    private func take(_ name: String, with phone: TestFolder) throws {
        try phone.write(SamplePhoto(name, taken: "2024:03:09 11:50:38").bytes(), to: name)
    }

    private func deletionsOnNAS(_ pair: SyncthingPair) async throws -> Int {
        struct Status: Decodable { let receiveOnlyChangedDeletes: Int }
        let answer = try await pair.nas.ask("/rest/db/status?folder=\(pair.folder)")
        return try JSONDecoder().decode(Status.self, from: Data(answer)).receiveOnlyChangedDeletes
    }

    @Test func photoIsFiledAndStaysOnThePhone() async throws {
        try await withDelivery("receiveonly") { factory, pair in
            try take("IMG_1.jpg", with: pair.gallery)
            try await eventually("it is filed") {
                try await factory.ledger().count == 1 && !factory.inbox.holds("IMG_1.jpg")
            }
            try await pair.scan()
            try await eventually("Syncthing has noticed that it left the inbox") {
                try await deletionsOnNAS(pair) == 1
            }
            // Whatever the NAS had to say of the first has been said when the second is here.
            try take("IMG_2.jpg", with: pair.gallery)
            try await pair.scan()
            try await eventually("the second is filed") { try await factory.ledger().count == 2 }
            try await pair.scan()
            #expect(try pair.gallery.files() == ["IMG_1.jpg", "IMG_2.jpg"])
            #expect(try factory.inboxFiles() == [])
            try await eventually("the monitor has looked at all that") {
                try await factory.history(of: "syncthing").count > 3
            }
            #expect(try await factory.history(of: "syncthing").filter { !$0.hasPrefix("OK Syncthing v") } == [])
        }
    }

    @Test func nothingLeavesAFolderThatSendsUntilItOnlyReceives() async throws {
        try await withDelivery("sendreceive") { factory, pair in
            try take("IMG_1.jpg", with: pair.gallery)
            try await eventually("it has arrived") { factory.inbox.holds("IMG_1.jpg") }
            try await eventually("the monitor says what to click") {
                let state = try await factory.heartbeat(of: "syncthing")
                return state.hasPrefix("ERROR Syncthing's folder “Pixel” is Send & Receive")
                    && state.contains("click the folder, Edit, Advanced, set Folder Type to Receive Only and Save")
            }
            try await eventually("the librarian says the same") {
                let state = try await factory.heartbeat()
                return state.contains("set Folder Type to Receive Only")
            }
            // Longer than a photo has to be quiet.
            let beats = try await factory.heartbeats()
            try await eventually("it has had its chance") { try await factory.heartbeats() > beats + 4 }
            #expect(try factory.inbox.holds("IMG_1.jpg") && pair.gallery.files() == ["IMG_1.jpg"])
            #expect(try factory.originals.files() == [])

            try await pair.nas.set("type", of: pair.folder, to: "receiveonly")
            try await eventually("it is filed") { try await factory.ledger().count == 1 }
            try await pair.scan()
            try await eventually("Syncthing has noticed that it left the inbox") {
                try await deletionsOnNAS(pair) == 1
            }
            try await eventually("the monitor is content") {
                try await factory.heartbeat(of: "syncthing").hasPrefix("OK ")
            }
            try await pair.scan()
            #expect(try pair.gallery.files() == ["IMG_1.jpg"])
        }
    }

    /// The folder of a phone whose photos the test relies on must not be known to anybody else.
    @Test func testsTalkToNobodyOutside() async throws {
        try await withTemporaryFolder { folder in
            try await withSyncthing([SyncthingShare(path: folder.path, type: "receiveonly")]) { syncthing in
                try await eventually("it listens") { try await syncthing.log().contains("TCP listener") }
                let log = try await syncthing.log().lowercased()
                for word in ["discovery", "relay", "quic", "stun", "nat ", "upgrade available", "0.0.0.0"] {
                    #expect(!log.contains(word), "\(log)")
                }
            }
        }
    }
}
