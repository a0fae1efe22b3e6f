import TestSupport
import Testing

/// What is filed while the database is away may turn out to be stored already, in an original that is damaged.
struct LateDuplicateTests {
    @Test func damagedOriginalIsPutAside() async throws {
        try await withOwnServer { server in
            try await withTemporaryFolder { root in
                let factory = Installation(
                    root: root, inbox: try root.folder("Photos_Inbox"), storage: try root.folder("Storage"),
                    database: try await server.makeDatabase("late"))
                let photo = SamplePhoto("late", taken: "2021:02:03 04:05:06").bytes()
                try factory.inbox.write(photo, to: "photo.jpg")
                let arrived = try await Conservation.arrivals(in: factory.inbox)
                #expect(try await factory.ingest().counts.filed == 1)
                try factory.originals.remove("2021/2021-02-03/photo.jpg")
                try factory.originals.write([1, 2, 3], to: "2021/2021-02-03/photo.jpg")
                try await server.stop()

                try await factory.whileServing { _ in
                    try factory.inbox.write(photo, to: "copy.jpg")
                    try await eventually("it is filed without the database") { try factory.inboxFiles() == [] }
                    try await server.start()
                    try await eventually("the damaged file is put aside, and the row names the copy") {
                        let isAside = try factory.storage.files().contains { $0.hasPrefix("Quarantine/") }
                        return try await factory.ledger().first?.finalPath.hasSuffix("/copy.jpg") == true && isAside
                    }
                }

                #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
            }
        }
    }
}
