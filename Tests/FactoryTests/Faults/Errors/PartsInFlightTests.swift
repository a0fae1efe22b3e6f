import TestSupport
import Testing

/// More files than a part of copies has: one part is written, and another one read back or named, when something happens.
struct PartsInFlightTests {
    private static let faults: [Fault] = [
        .once("openat", on: "/.incoming/librarian/", number: 150, .fails("ENOSPC")),
        .once("copy_file_range", on: "/.incoming/", number: 200, .fails("EIO")),
        .once("sync_file_range", on: "/.incoming/", number: 150, .fails("EIO")),
        .every("renameat2", on: "/.incoming/", fails: "EROFS"),
        .once("syncfs", on: "/.incoming/", number: 2, .fails("EIO")),
        .once("syncfs", on: "/Originals/2022", .fails("EIO")),
        .once("syncfs", on: "/Originals/2022", .killsBefore),
        .once("syncfs", on: "/Originals/2022", .killsAfter),
        .once("sync_file_range", on: "/.incoming/", number: 150, .killsBefore),
        .once("io_submit", on: "/.incoming/", number: 150, .fails("EIO")),
        .once("io_submit", on: "/.incoming/", number: 150, .killsAfter),
        .once("renameat2", on: "/.incoming/", number: 150, .killsAfter),
        .once("unlinkat", on: "/.photo-factory/", number: 100, .killsAfter),
    ]

    @Test(.enabled(if: OwnDisk.isPresent, "\(OwnDisk.absence)"), arguments: faults)
    func whateverHappensTheNextPassConverges(fault: Fault) async throws {
        try await withInstallation(in: OtherFileSystem.path, storageIn: OwnDisk.path) { factory in
            for number in 0..<300 {
                let photo = SamplePhoto("\(number)", taken: "2022:02:1\(number % 3) 12:00:00")
                try factory.inbox.write(photo.bytes(), to: "IMG_\(number).jpg")
            }
            let arrived = try await Conservation.arrivals(in: factory.inbox)

            let pass = try await factory.ingest(under: [fault])
            #expect(pass.wasKilled || !pass.hits.isEmpty, "\(pass.run.standardError)")

            let next = try await factory.ingest()
            #expect(next.exitCode == 0 && next.counts.pending == 0)
            #expect(try factory.inboxFiles() == [])
            let breaches = try await Conservation(factory: factory).breaches(arrived: arrived)
            #expect(breaches.isEmpty, "\(breaches)")
        }
    }
}
