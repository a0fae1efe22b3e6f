import TestSupport
import Testing

/// `kill -9` at any time loses nothing and stores nothing twice.
struct KillTests {
    /// A machine that has much else to do may let a pass end before it is killed; so many more are tried then.
    private static let patience = 40

    @Test func passThatIsKilledAgainAndAgainConverges() async throws {
        try await withInstallation { factory in
            try await expectConvergence(factory, kills: 14) {
                try dropPhotos($0, 2000, padding: 0, into: factory.inbox)
            }
        }
    }

    @Test(.enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func passThatCopiesAndIsKilledConverges() async throws {
        try await withInstallation(storageIn: OtherFileSystem.path) { factory in
            try await expectConvergence(factory, kills: 10) {
                try dropPhotos($0, 600, padding: 60_000, into: factory.inbox)
            }
        }
    }

    /// Every tenth file is a duplicate: what is one must be one after a kill too.
    ///
    /// - Parameter round: no two have a content in common.
    private func dropPhotos(_ round: Int, _ count: Int, padding: Int, into inbox: TestFolder) throws {
        for number in 0..<count {
            let content = number % (count * 9 / 10)
            let photo = SamplePhoto(
                "\(round) \(content)", taken: "2022:02:\(content % 9 + 10) 12:00:00", padding: padding)
            try inbox.write(photo.bytes(), to: "phone\(number % 3)/IMG_\(round)_\(number).jpg")
        }
    }

    /// - Parameter drop: brings photos, each time others.
    private func expectConvergence(
        _ factory: Installation, kills: Int, drop: (Int) throws -> Void
    ) async throws {
        var arrived: [String] = []
        var (rounds, inTheMiddle) = (0, 0)
        for kill in 0..<Self.patience where kill < kills || inTheMiddle < 3 {
            if try factory.inboxFiles().isEmpty {
                try drop(rounds)
                rounds += 1
                arrived += try await Conservation.arrivals(in: factory.inbox)
            }
            try await killPass(factory, after: .milliseconds(kill % kills * 7))
            if try !factory.inboxFiles().isEmpty { inTheMiddle += 1 }
        }

        let report = try await factory.ingest()

        #expect(inTheMiddle >= 3, "the passes were over too soon to be killed")
        #expect(report.counts.pending == 0)
        #expect(try factory.inboxFiles() == [])
        #expect(try await factory.ledger().count == Set(arrived).count)
        #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
    }

    /// Starts a pass and kills it `delay` after it has begun to store files, or lets it end when it has none to store.
    private func killPass(_ factory: Installation, after delay: Duration) async throws {
        let arguments = ["ingest", "--json", "--quiet-seconds", "0"]
        let before = try factory.originals.files().count
        try await withRunning(
            .built("librarian"), arguments, environment: factory.environment, in: factory.root
        ) { librarian in
            try await eventually("the pass stores files or ends") {
                if await librarian.hasEnded() { return true }
                return try factory.originals.files().count > before
            }
            try await Task.sleep(for: delay)
            await librarian.kill()
        }
    }
}
