import TestSupport
import Testing

/// A damaged original goes to quarantine also where the file system cannot move without replacing.
struct RefusalHealingTests {
    @Test(arguments: Refusal.allCases)
    func damagedOriginalIsHealed(refusal: Refusal) async throws {
        try await withInstallation { factory in
            let photo = SamplePhoto("healed", taken: "2021:02:03 04:05:06").bytes()
            try factory.inbox.write(photo, to: "photo.jpg")
            let arrived = try await Conservation.arrivals(in: factory.inbox)
            _ = try await factory.ingest()
            try factory.originals.remove("2021/2021-02-03/photo.jpg")
            try factory.originals.write([1, 2, 3], to: "2021/2021-02-03/photo.jpg")
            try factory.inbox.write(photo, to: "photo.jpg")

            let pass = try await factory.ingest(under: refusal.faults)

            #expect(try pass.report().counts.healed == 1, "\(pass.run.standardError)")
            let quarantine = TestFolder(factory.storage.path(of: "Quarantine"))
            #expect(try quarantine.files().map { try quarantine.read($0) } == [[1, 2, 3]])
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }
}
