import TestSupport
import Testing

/// Storage without room: what fits is filed, the rest waits, and goes on when there is room.
struct FullFileSystemTests {
    /// What is tried here is a disk that is full, not one that is about to be.
    private let withoutFloor = ["LIBRARIAN_FREE_MEGABYTES": "0"]

    @Test(.enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func photosThatFindNoRoomWaitInTheInbox() async throws {
        try await withSmallFileSystem(kilobytes: 1024) { system in
            try await withInstallation(storageIn: system.folder.path) { factory in
                let arrived = try await drop(40, padding: 60_000, into: factory.inbox)

                try await expectInterruption(factory, arrived)
                try await system.resize(kilobytes: 8192)

                try await expectAllFiled(factory, arrived)
            }
        }
    }

    /// Room for bytes, but none for names.
    @Test(.enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func photosThatFindNoFreeInodeWaitInTheInbox() async throws {
        try await withSmallFileSystem(kilobytes: 8192, files: 40) { system in
            try await withInstallation(storageIn: system.folder.path) { factory in
                let arrived = try await drop(60, padding: 0, into: factory.inbox)

                try await expectInterruption(factory, arrived)
                try await system.allow(files: 400)

                try await expectAllFiled(factory, arrived)
            }
        }
    }

    /// Inbox and Storage share the file system: a move needs no room, the journal does.
    @Test(.enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func withoutRoomForTheJournalNothingIsMoved() async throws {
        try await withSmallFileSystem(kilobytes: 1024) { system in
            try await withInstallation(storageIn: system.folder.path) { factory in
                let factory = Installation(
                    root: factory.root, inbox: try system.folder.folder("inbox"), storage: factory.storage,
                    database: factory.database)
                let arrived = try await drop(20, padding: 0, into: factory.inbox)
                try fill(system.folder)

                let run = try await factory.librarian(["ingest", "--json", "--quiet-seconds", "0"], with: withoutFloor)

                #expect((1...2).contains(run.exitCode) && run.standardError.contains("make room"))
                #expect(try await Conservation.arrivals(in: factory.inbox).sorted() == arrived.sorted())
                try system.folder.remove("filler")
                try await expectAllFiled(factory, arrived)
            }
        }
    }

    @Test(.enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func everyWayThroughTheLineLeadsFromOneMountToTheOther() async throws {
        try await withSmallFileSystem(kilobytes: 4096) { inbox in
            try await withSmallFileSystem(kilobytes: 4096) { storage in
                try await withInstallation(storageIn: storage.folder.path) { factory in
                    let factory = Installation(
                        root: factory.root, inbox: inbox.folder, storage: factory.storage, database: factory.database)
                    let delivery = Delivery(factory: factory)
                    var arrived: [String] = []
                    for round in 1...3 {
                        arrived += try await delivery.drop(round)
                        try await expectAllFiled(factory, arrived)
                    }
                }
            }
        }
    }

    private func drop(_ count: Int, padding: Int, into inbox: TestFolder) async throws -> [String] {
        for number in 0..<count {
            let photo = SamplePhoto("\(number)", taken: "2022:02:02 12:00:00", padding: padding)
            try inbox.write(photo.bytes(), to: "IMG_\(number).jpg")
        }
        return try await Conservation.arrivals(in: inbox)
    }

    /// To the last byte.
    private func fill(_ folder: TestFolder) throws {
        try folder.write([], to: "filler")
        for size in [65536, 4096, 1] {
            while (try? folder.append([UInt8](repeating: 1, count: size), to: "filler")) != nil {}
        }
    }

    private func expectInterruption(_ factory: Installation, _ arrived: [String]) async throws {
        let run = try await factory.librarian(["ingest", "--json", "--quiet-seconds", "0"], with: withoutFloor)
        let report = try IngestReport(run)
        #expect(report.exitCode == 1 && report.counts.filed > 0 && report.counts.pending > 0)
        #expect(
            run.standardError.split(separator: "\n").count { $0.contains("make room") } == 1, "\(run.standardError)")
        let stored = try await Conservation.arrivals(in: factory.originals)
        let waiting = try await Conservation.arrivals(in: factory.inbox)
        #expect((stored + waiting).sorted() == arrived.sorted())
        #expect(try await Conservation(factory: factory).breaches(arrived: stored) == [])
    }

    private func expectAllFiled(_ factory: Installation, _ arrived: [String]) async throws {
        #expect(try await factory.ingest(with: withoutFloor).exitCode == 0)
        #expect(try factory.inboxFiles() == [])
        #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
    }
}
