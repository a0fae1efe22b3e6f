import Glibc
import TestSupport
import Testing

/// Verifying that was stopped is gone on with; verifying beside a librarian finds nothing that is not so.
struct InterruptedVerifyTests {
    private let progress = "Journal/librarian/verify.json"

    private func fill(_ factory: Installation, _ count: Int, padding: Int = 0) async throws {
        for number in 0..<count {
            let photo = SamplePhoto("\(number)", taken: "2021:02:\(number % 9 + 10) 04:05:06", padding: padding)
            try factory.inbox.write(photo.bytes(), to: "\(number).jpg")
        }
        _ = try await factory.ingest()
    }

    /// Long enough to be killed in the middle: 12 MB at 2 MB a second.
    @Test(arguments: [SIGINT, SIGKILL]) func stoppedVerifyingIsGoneOnWith(signal: Int32) async throws {
        try await withInstallation { factory in
            try await fill(factory, 400, padding: 30_000)
            try factory.originals.write(Array("new".utf8), to: "2020/2020-01-01/new.jpg")
            let arguments = ["verify", "--json", "--megabytes-per-second", "2"]
            try await withRunning(
                .built("librarian"), arguments, environment: factory.environment, in: factory.root
            ) { verify in
                try await eventually("the progress is kept") { factory.storage.holds(progress) }
                await verify.send(signal)
                let run = try await verify.end(within: .seconds(20))
                if signal == SIGINT {
                    #expect(run.exitCode == 1 && run.standardError.contains("go on from here"))
                }
            }
            #expect(factory.storage.holds(progress))

            let report = try await factory.verify()

            #expect(report.log.contains("going on with what began at"), "\(report.log)")
            #expect(report.counts.ok == 400 && report.counts.unrecorded == 1 && report.counts.missing == 0)
            #expect(!factory.storage.holds(progress))
            #expect(try await factory.verify().counts.ok == 400)
        }
    }

    @Test func restartBeginsAnew() async throws {
        try await withInstallation { factory in
            try await fill(factory, 3)
            try factory.storage.write(
                Array(
                    #"{"started":"2020-01-01 00:00:00.000000","phase":"journals","counts":{"ok":70,"missing":0,"#.utf8)
                    + Array(#""damaged":0,"unrecorded":0,"lost":0,"journalDamages":0},"findings":[]}"#.utf8),
                to: progress)
            let kept = try factory.storage.read(progress)
            #expect(try await factory.verify().counts.ok == 70, "the progress was not gone on with")
            try factory.storage.write(kept, to: progress)
            #expect(try await factory.verify(["--restart"]).counts.ok == 3)
            try factory.storage.write(Array("{torn".utf8), to: progress)
            #expect(try await factory.verify().counts.ok == 3)
        }
    }

    @Test func runningLibrarianIsNoFinding() async throws {
        try await withInstallation { factory in
            try await fill(factory, 300)
            try await factory.whileServing(with: ["LIBRARIAN_QUIET_SECONDS": "0"]) { _ in
                for round in 0..<6 {
                    for number in 0..<200 {
                        let photo = SamplePhoto("\(round).\(number)", taken: "2022:03:\(number % 9 + 10) 04:05:06")
                        try factory.inbox.write(photo.bytes(), to: "new/\(round)-\(number).jpg")
                    }
                    let report = try await factory.verify(["--restart"])
                    #expect(report.exitCode == 0, "\(report.counts): \(report.log)")
                }
                try await eventually("all is filed") { try await factory.ledger().count == 1500 }
            }
            #expect(try await factory.verify().counts.ok == 1500)
        }
    }
}
