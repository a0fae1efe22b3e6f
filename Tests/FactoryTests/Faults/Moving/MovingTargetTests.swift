import TestSupport
import Testing

/// A file that changes under the librarian's hands, at each step at which it can: whatever is there in the end is filed
/// as what it is.
struct MovingTargetTests {
    private let photo = SamplePhoto("the first", taken: "2021:02:03 04:05:06", padding: 600_000).bytes()

    @Test(arguments: MomentOfFiling.allCases, Meddling.allCases)
    func newFileIsFiledAsWhatItIsInTheEnd(moment: MomentOfFiling, meddling: Meddling) async throws {
        try await withInstallation { factory in
            try await expectTruth(factory, moment.fault(until:), meddling, faults: moment.circumstances)
        }
    }

    @Test(
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"), arguments: MomentOfCopying.allCases,
        Meddling.allCases)
    func copiedFileIsFiledAsWhatItIsInTheEnd(moment: MomentOfCopying, meddling: Meddling) async throws {
        try await withInstallation(storageIn: OtherFileSystem.path) { factory in
            try await expectTruth(factory, moment.fault(until:), meddling, faults: moment.circumstances)
        }
    }

    /// Its content is stored already when it changes into something that is not.
    @Test(arguments: MomentOfRemoval.allCases, Meddling.allCases)
    func duplicateThatBecomesSomethingElseIsNotRemoved(moment: MomentOfRemoval, meddling: Meddling) async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")
            _ = try await factory.ingest()
            try await expectTruth(factory, moment.fault(until:), meddling)
        }
    }

    /// Lets a pass meet the photo, changes that at the moment of `fault`, and looks at what comes of it.
    private func expectTruth(
        _ factory: Installation, _ moment: (String) -> Fault, _ meddling: Meddling, faults: [Fault] = []
    ) async throws {
        try factory.inbox.write(photo, to: "photo.jpg")
        var afterwards: [String] = []

        let report = try await factory.ingest(under: faults, at: moment) {
            try meddling.apply(to: "photo.jpg", in: factory.inbox)
            afterwards = try await Conservation.arrivals(in: factory.inbox)
        }

        #expect(report.counts.filed + report.counts.duplicates <= 1)
        let next = try await factory.ingest()
        #expect(next.exitCode == 0 && next.counts.pending == 0)
        #expect(try factory.inboxFiles() == [])
        let breaches = try await Conservation(factory: factory).breaches(arrived: afterwards)
        #expect(breaches.isEmpty, "\(breaches)")
    }
}
