import TestSupport
import Testing

/// `librarian verify --expect` compares with a list of what arrived.
struct ExpectTests {
    private let photo = SamplePhoto("expected", taken: "2021:02:03 04:05:06").bytes()
    private let digestOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    @Test func contentsAreFoundWhereverTheyStand() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "filed.jpg")
            try factory.inbox.write(Array("a note".utf8), to: "deep/note.txt")
            try factory.inbox.write(Array("hidden".utf8), to: ".hidden/.file")
            let arrived = try await Conservation.arrivals(in: factory.inbox)
            _ = try await factory.ingest()
            try factory.storage.write(Array("aside".utf8), to: "Quarantine/2021-01-01/aside.jpg")
            let aside = try await Fingerprints.sha256(of: "Quarantine/2021-01-01/aside.jpg", in: factory.storage)
            let list = (arrived + [aside.uppercased()]).map { "\($0)  some name" } + ["\\\(aside)  a\\nb", "", aside]
            try factory.root.write(Array(list.joined(separator: "\r\n").utf8), to: "list")

            let report = try await factory.verify(["--expect", "list"])

            #expect(arrived.count == 3)
            #expect(report.exitCode == 0 && report.counts.lost == 0, "\(report.log)")
        }
    }

    @Test func lostContentIsNamed() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "filed.jpg")
            let arrived = try await Conservation.arrivals(in: factory.inbox)
            _ = try await factory.ingest()
            try factory.root.write(Array("\(arrived[0])\n\(digestOfNothing) *empty.jpg\n".utf8), to: "list")

            let report = try await factory.verify(["--expect", "list"])

            #expect(report.exitCode == 1 && report.counts.lost == 1 && report.counts.ok == 1)
            let lines = report.log.split(separator: "\n")
            #expect(lines.count == 1 && lines[0].contains(digestOfNothing) && lines[0].contains("empty.jpg"))
        }
    }

    @Test func damagedOriginalIsNotWhatIsExpected() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "filed.jpg")
            let arrived = try await Conservation.arrivals(in: factory.inbox)
            _ = try await factory.ingest()
            try factory.originals.setPermissions("2021/2021-02-03/filed.jpg", to: 0o644)
            try factory.originals.write(photo.dropLast() + [0], to: "2021/2021-02-03/filed.jpg")
            try factory.root.write(Array(arrived[0].utf8), to: "list")

            let report = try await factory.verify(["--expect", "list"])

            #expect(report.counts.lost == 1 && report.counts.damaged == 1)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) != [])
        }
    }

    @Test(arguments: ["no digest", String(repeating: "0", count: 63), String(repeating: "0", count: 64) + "0 x"])
    func badLineIsRefused(line: String) async throws {
        try await withInstallation { factory in
            try factory.storage.folder("Originals")
            try factory.root.write(Array("\(digestOfNothing)\n\(line)\n".utf8), to: "list")
            let run = try await factory.librarian(["verify", "--json", "--expect", "list"])
            #expect(run.exitCode == 2 && run.standardOutput.isEmpty)
            #expect(run.standardError.contains("line 2") && run.standardError.split(separator: "\n").count == 1)
            let missing = try await factory.librarian(["verify", "--json", "--expect", "no such list"])
            #expect(missing.exitCode == 2 && missing.standardError.contains("no such list"))
        }
    }
}
