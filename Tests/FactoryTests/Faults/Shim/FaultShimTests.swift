import TestSupport
import Testing

/// What injects faults must inject them: a fault that never happens proves nothing.
struct FaultShimTests {
    private let photo = SamplePhoto("shim", taken: "2020:01:02 03:04:05").bytes()

    @Test func onlyTheCallsThatAreNamedAreMet() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "photo.jpg")

            let pass = try await factory.ingest(under: [
                .once("renameat2", on: "Originals", .isNoted), .once("fdatasync", on: "Journal", .isNoted),
                .once("renameat2", on: "no such name", .fails("EIO")), .once("fsync", number: 1000, .fails("EIO")),
            ])

            #expect(try pass.report().counts.filed == 1)
            let journal = factory.storage.path(of: "Journal/librarian/00000001.jsonl")
            let (from, to) = (factory.inbox.path(of: "photo.jpg"), factory.originals.path(of: "2020/2020-01-02"))
            #expect(Set(pass.hits) == ["fdatasync \(journal)", "renameat2 \(from) -> \(to)/photo.jpg"])
        }
    }

    @Test func callsAreCountedFromTheOneThatIsNamed() async throws {
        try await withInstallation { factory in
            for number in 1...5 {
                let photo = SamplePhoto("\(number)", taken: "2020:01:02 03:04:05").bytes()
                try factory.inbox.write(photo, to: "\(number).jpg")
            }
            let fault = Fault(call: "renameat2", path: "Originals", number: 3, goesOn: true, effect: .isNoted)
            #expect(try await factory.ingest(under: [fault]).hits.count == 3)
        }
    }

    @Test func killIsAKill() async throws {
        try await withInstallation { factory in
            for (effect, isMoved) in [(Fault.Effect.killsBefore, false), (.killsAfter, true)] {
                try factory.inbox.write(photo, to: "photo.jpg")
                let pass = try await factory.ingest(under: [.once("renameat2", on: "Originals", effect)])
                #expect(pass.wasKilled && pass.hits.count == 1)
                #expect(factory.inbox.holds("photo.jpg") != isMoved)
                #expect(try factory.originals.files().count == (isMoved ? 1 : 0))
            }
        }
    }

    @Test(arguments: ["renameat2", "renameat2=ENOTHING", "renameat2#0=EIO", "renameat2#x=EIO", "renameat2#1-=EIO"])
    func whatCannotBeUnderstoodRunsNothing(rules: String) async throws {
        try await withInstallation { factory in
            let environment = try FaultPlan([], in: factory.root).environment().merging(["FAULTS": rules]) { $1 }
            let run = try await factory.librarian(["ingest"], with: environment)
            #expect(run.exitCode == 99 && run.standardError.hasPrefix("FaultShim: "), "\(run.standardError)")
        }
    }
}
