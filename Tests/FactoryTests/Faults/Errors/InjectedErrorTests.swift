import TestSupport
import Testing

/// A call that fails in the middle of a pass: it is said in a sentence, nothing is lost, and the next pass makes it good.
struct InjectedErrorTests {
    @Test(arguments: Mishap.onOneFileSystem)
    func passGoesOnOrStopsAndTheNextConverges(mishap: Mishap) async throws {
        try await withInstallation { factory in try await expectConvergence(factory, mishap) }
    }

    @Test(.enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"), arguments: Mishap.acrossMounts)
    func copyIsGivenUpOrMadeAndTheNextPassConverges(mishap: Mishap) async throws {
        try await withInstallation(storageIn: OtherFileSystem.path) { factory in
            try await expectConvergence(factory, mishap)
        }
    }

    /// Where one sync is enough for all copies the kernel is asked of each whether it was written.
    @Test(.enabled(if: OwnDisk.isPresent, "\(OwnDisk.absence)"), arguments: Mishap.ontoOwnDisk)
    func copyThatTheDiskDoesNotTakeIsGivenUpAndTheNextPassConverges(mishap: Mishap) async throws {
        try await withInstallation(in: OtherFileSystem.path, storageIn: OwnDisk.path) { factory in
            try await expectConvergence(factory, mishap)
        }
    }

    /// The calls at which passes are killed fail instead, each in turn; those that talk to the database have tests of
    /// their own, which take the server away.
    @Test(arguments: FaultPoint.onOneFileSystem.filter { $0.path != "socket:" })
    func whateverFailsTheNextPassConverges(point: FaultPoint) async throws {
        try await withInstallation { factory in
            try await FaultRounds(Delivery(factory: factory)).run(point, [.fails("EIO")])
        }
    }

    @Test(
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"), arguments: FaultPoint.acrossMounts)
    func whateverFailsOfACopyTheNextPassConverges(point: FaultPoint) async throws {
        try await withInstallation(storageIn: OtherFileSystem.path) { factory in
            try await FaultRounds(Delivery(factory: factory)).run(point, [.fails("EIO")])
        }
    }

    private func expectConvergence(_ factory: Installation, _ mishap: Mishap) async throws {
        let delivery = Delivery(factory: factory)
        var arrived = try await delivery.drop(1)
        #expect(try await factory.ingest().exitCode == 0)
        arrived += try await delivery.drop(2)

        let pass = try await factory.ingest(under: mishap.faults)

        let met = Set(pass.hits.compactMap { $0.split(separator: " ").first.map(String.init) })
        #expect(met == Set(mishap.faults.map(\.call)), "\(pass.hits)")
        #expect(try pass.report().exitCode == mishap.exitCode, "\(pass.run.standardError)")
        #expect(pass.complaints.isEmpty == (mishap.exitCode == 0), "\(pass.run.standardError)")
        #expect(try await missing(arrived, factory) == [])
        let next = try await factory.ingest()
        #expect(next.exitCode == 0 && next.counts.pending == 0)
        #expect(try factory.inboxFiles() == [])
        let breaches = try await Conservation(factory: factory).breaches(arrived: arrived)
        #expect(breaches.isEmpty, "\(breaches)")
    }

    /// What is neither in the inbox nor stored.
    private func missing(_ arrived: [String], _ factory: Installation) async throws -> Set<String> {
        let inbox = try await Conservation.arrivals(in: factory.inbox)
        let originals = try await Conservation.arrivals(in: factory.originals)
        return Set(arrived).subtracting(inbox).subtracting(originals)
    }
}
