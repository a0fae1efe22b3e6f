import FactoryCore
import TestSupport
import Testing

/// The service reads originals again beside its filing, and says when that is broken.
struct ScrubServiceTests {
    private static let canary = ".canary/canary.txt"

    private func file(_ factory: Installation) async throws {
        try factory.inbox.write(SamplePhoto("a", taken: "2021:02:03 04:05:06").bytes(), to: "a.jpg")
        #expect(try await factory.ingest().counts.filed == 1)
    }

    private func task(_ factory: Installation) async throws -> String {
        try await factory.database.connect().query(
            "SELECT status || ' ' || coalesce(current_task, '') FROM system_status WHERE service_name = 'librarian'"
        ) { try $0.string(0) }.first ?? ""
    }

    @Test func readsByItselfUnlessItIsSwitchedOff() async throws {
        try await withInstallation { factory in
            try await withInstallation { other in
                try await file(factory)
                try await file(other)
                try await other.whileServing(with: ["LIBRARIAN_SCRUB_DAYS": "0"]) { _ in
                    try await other.waitForHeartbeat()
                    try await factory.whileServing { _ in
                        try await eventually("an original is read again", within: .seconds(120)) {
                            try await factory.scrubbed() == ["a.jpg": "OK"]
                        }
                    }
                }
                #expect(factory.storage.holds(Self.canary) && !other.storage.holds(Self.canary))
                #expect(try await other.scrubbed() == [:])
            }
        }
    }

    @Test func aCanaryThatIsFoundWholeTurnsTheLightRed() async throws {
        try await withInstallation { factory in
            try await file(factory)
            #expect(try await factory.scrub().exitCode == 0)
            let damaged = try factory.storage.read(Self.canary)
            try factory.storage.setPermissions(Self.canary, to: 0o644)
            try factory.storage.write([UInt8(ascii: "T")] + damaged.dropFirst(), to: Self.canary)
            let report = try await factory.scrub()
            #expect(report.exitCode == 1 && !report.counts.canary && report.log.contains("was found whole"))
            try await factory.whileServing { _ in
                try await eventually("the light turns red", within: .seconds(120)) {
                    try await task(factory).contains("ERROR Filing goes on, but reading originals again is broken")
                }
            }
        }
    }

    @Test func whileADiskIsMissingOneOriginalNowAndThenIsLookedFor() async throws {
        try await withInstallation { factory in
            for name in 0..<8 {
                try factory.inbox.write(
                    SamplePhoto("\(name)", taken: "2021:02:03 04:05:06").bytes(), to: "\(name).jpg")
            }
            #expect(try await factory.ingest().counts.filed == 8)
            for name in 0..<8 { try factory.originals.remove("2021/2021-02-03/\(name).jpg") }
            // They are late, and so read as fast as may be.
            _ = try await factory.database.connect().execute(
                "UPDATE media_assets SET ingested_at = now() - interval '100 days'")
            try await factory.whileServing(with: ["LIBRARIAN_MISSING_LIMIT": "2"]) { librarian in
                let said = "2 originals in a row are missing"
                try await eventually("it is said", within: .seconds(120)) {
                    try await librarian.log().contains(said)
                }
                try await eventually("another one is looked for", within: .seconds(120)) {
                    try await factory.scrubbed().count == 3
                }
                try await Task.sleep(for: .seconds(5))
                #expect(try await factory.scrubbed().count == 3)
                #expect(try await librarian.log().ranges(of: said).count == 1, "it is said once")
            }
        }
    }

    @Test func aFileThatRotsIsToldByTheHeartbeat() async throws {
        try await withInstallation { factory in
            try await file(factory)
            let place = "2021/2021-02-03/a.jpg"
            try factory.originals.setPermissions(place, to: 0o644)
            try factory.originals.write([1, 2, 3], to: place)
            try await factory.whileServing { _ in
                try await eventually("the finding is told", within: .seconds(120)) {
                    try await task(factory).contains("WARNING Originals that are not as they should be: 1")
                }
            }
            #expect(try await factory.scrubbed() == ["a.jpg": "TRUNCATED"])
        }
    }
}
