import TestSupport
import Testing

/// A file is taken when it is whole, not before.
struct StabilityTests {
    @Test func fileThatStillGrowsIsLeftAlone() async throws {
        try await withInstallation { factory in
            let photo = SamplePhoto("growing", taken: "2024:05:06 07:08:09").bytes()
            try await factory.whileServing(with: ["LIBRARIAN_QUIET_SECONDS": "2"]) { _ in
                try factory.inbox.write(photo, to: "growing.jpg")
                // Whole by its looks from the beginning, but written to for longer than the quiet time.
                for _ in 0..<15 {
                    try await Task.sleep(for: .milliseconds(200))
                    #expect(factory.inbox.holds("growing.jpg"), "it was taken while it was written to")
                    try factory.inbox.append([0], to: "growing.jpg")
                }
                try await eventually("the photo is filed") { try await factory.ledger().count == 1 }
            }
            let stored = factory.originals.facts("2024/2024-05-06/growing.jpg")
            #expect(stored?.size == photo.count + 15)
        }
    }

    @Test func truncatedPhotoWaitsAndIsThenFiledWithItsReason() async throws {
        try await withInstallation { factory in
            let photo = SamplePhoto("cut off", taken: "2024:05:06 07:08:09")
            try factory.inbox.write(photo.truncatedBytes(), to: "cut.jpg")
            try await factory.whileServing(with: ["LIBRARIAN_INCOMPLETE_SECONDS": "4"]) { _ in
                try await Task.sleep(for: .seconds(2.5))
                #expect(factory.inbox.holds("cut.jpg"), "it did not wait to become complete")
                try await eventually("the photo is filed") { try await factory.ledger().count == 1 }
            }
            let row = try #require(try await factory.ledger().first)
            #expect(row.hasErrors)
            #expect(row.errorMessage?.isEmpty == false)
            #expect(try factory.originals.files() == ["2024/2024-05-06/cut.jpg"])
        }
    }

    @Test func truncatedPhotoThatBecomesWholeIsFiledWithoutErrors() async throws {
        try await withInstallation { factory in
            let photo = SamplePhoto("completed", taken: "2024:05:06 07:08:09")
            try factory.inbox.write(photo.truncatedBytes(), to: "slow.jpg")
            try await factory.whileServing { _ in
                try await Task.sleep(for: .seconds(2))
                #expect(factory.inbox.holds("slow.jpg"))
                try factory.inbox.append(photo.bytes().suffix(8), to: "slow.jpg")
                try await eventually("the photo is filed") { try await factory.ledger().count == 1 }
            }
            #expect(try await factory.ledger().first?.hasErrors == false)
            #expect(try factory.originals.read("2024/2024-05-06/slow.jpg") == photo.bytes())
        }
    }

    @Test func truncatedPhotoIsPendingInOnePass() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SamplePhoto("cut", taken: "2024:05:06 07:08:09").truncatedBytes(), to: "cut.jpg")

            let run = try await factory.librarian(["ingest", "--json", "--quiet-seconds", "1"])

            #expect(try IngestReport(run).counts.pending == 1)
            #expect(try factory.inboxFiles() == ["cut.jpg"])
        }
    }

    @Test func withoutQuietTimeATruncatedPhotoIsTakenAtOnce() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SamplePhoto("cut", taken: "2024:05:06 07:08:09").truncatedBytes(), to: "cut.jpg")

            let report = try await factory.ingest()

            #expect(report.counts.filed == 1)
            #expect(try await factory.ledger().first?.hasErrors == true)
        }
    }
}
