import TestSupport
import Testing

/// Where the file system cannot move without replacing, nothing is replaced all the same.
struct RefusalTests {
    @Test(arguments: Refusal.allCases)
    func differentFilesOfOneNameAreAllStored(refusal: Refusal) async throws {
        try await withInstallation { factory in
            for number in 0..<40 {
                let photo = SamplePhoto("\(number)", taken: "2021:02:03 04:05:06").bytes()
                try factory.inbox.write(photo, to: "\(number)/IMG_0001.jpg")
            }
            let arrived = try await Conservation.arrivals(in: factory.inbox)

            let pass = try await factory.ingest(under: refusal.faults)

            #expect(try pass.report().exitCode == 0 && pass.report().counts.filed == 40, "\(pass.run.standardError)")
            #expect(Set(pass.hits.compactMap { $0.split(separator: " ").first }).count == refusal.faults.count)
            #expect(try factory.inboxFiles() == [])
            #expect(try factory.originals.files().count == 40)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    /// A file that nobody knows of stands where another is to go.
    @Test(arguments: Refusal.allCases)
    func strangerInOriginalsKeepsItsPlace(refusal: Refusal) async throws {
        try await withInstallation { factory in
            _ = try await factory.ingest()
            let stranger = SamplePhoto("stranger", taken: "2021:02:03 04:05:06").bytes()
            try factory.originals.write(stranger, to: "2021/2021-02-03/IMG_0001.jpg")
            let photo = SamplePhoto("newcomer", taken: "2021:02:03 04:05:06").bytes()
            try factory.inbox.write(photo, to: "IMG_0001.jpg")

            let report = try await factory.ingest(under: refusal.faults).report()

            #expect(report.counts.filed == 1)
            #expect(try factory.originals.read("2021/2021-02-03/IMG_0001.jpg") == stranger)
            let stored = try #require(try await factory.ledger().first)
            #expect(try TestFolder("/").read(stored.finalPath) == photo)
        }
    }

    /// A move is more than one call then: between any two the file may have two names, or a part of a copy.
    @Test(arguments: Refusal.allCases)
    func killBetweenTheStepsConverges(refusal: Refusal) async throws {
        try await withInstallation { factory in
            let rounds = FaultRounds(Delivery(factory: factory, damages: false), faults: refusal.faults)
            for point in refusal.faultPoints { try await rounds.run(point) }
        }
    }

    @Test(
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"),
        arguments: [Refusal.noReplaceRename, .linksToo])
    func copiesAcrossMountsArriveToo(refusal: Refusal) async throws {
        try await withInstallation(storageIn: OtherFileSystem.path) { factory in
            let arrived = try await Delivery(factory: factory).drop(1)

            let pass = try await factory.ingest(under: refusal.faults)

            #expect(try pass.report().exitCode == 0, "\(pass.run.standardError)")
            #expect(pass.hits.contains { $0.contains("/.incoming/") })
            #expect(try factory.inboxFiles() == [])
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }
}
