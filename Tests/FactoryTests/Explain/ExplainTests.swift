import FoundationEssentials
import TestSupport
import Testing

/// `librarian explain` tells what happened to a file, whichever way it is asked.
struct ExplainTests {
    private let photo = SamplePhoto("explained", taken: "2021:02:03 04:05:06", offset: "+01:00").bytes()
    private let stored = "2021/2021-02-03/photo.jpg"

    private struct Answer: Decodable {
        struct Content: Decodable {
            struct Entry: Decodable {
                let librarian: String
                let outcome: String?
                let filing: Intent?
                let removal: Intent?
                let quarantine: Intent?
            }
            struct Intent: Decodable { let from: String }
            struct Place: Decodable {
                let path: String
                let state: String
            }
            let sha256: String
            let history: [Entry]
            let places: [Place]
        }
        let contents: [Content]
        let outage: String?
    }

    private func ask(
        _ factory: Installation, _ argument: String, with changes: [String: String] = [:]
    ) async throws -> Answer {
        let run = try await factory.librarian(["explain", "--json", argument], with: changes)
        let lines = run.standardOutput.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 2, lines[1].isEmpty else { throw SupportError("\(run)") }
        return try JSONDecoder().decode(Answer.self, from: Data(lines[0].utf8))
    }

    private func tell(_ factory: Installation, _ argument: String) async throws -> ProgramRun {
        try await factory.librarian(["explain", argument])
    }

    /// A photo that was filed, and came again under another name.
    private func withStory<Result>(_ body: (Installation, String) async throws -> Result) async throws -> Result {
        try await withInstallation { factory in
            try factory.inbox.write(photo, to: "Phone/photo.jpg")
            let digest = try await Fingerprints.sha256(of: "Phone/photo.jpg", in: factory.inbox)
            _ = try await factory.ingest()
            try factory.inbox.write(photo, to: "again.jpg")
            _ = try await factory.ingest(with: ["LIBRARIAN_ID": "second"])
            for number in 0..<30 {
                let other = SamplePhoto("\(number)", taken: "2021:02:03 04:05:06")
                try factory.inbox.write(other.bytes(), to: "other\(number).jpg")
            }
            _ = try await factory.ingest()
            return try await body(factory, digest)
        }
    }

    @Test func everyWayOfAskingLeadsToTheSameStory() async throws {
        try await withStory { factory, digest in
            let ways = [
                digest, digest.uppercased(), String(digest.prefix(8)), factory.originals.path(of: stored),
                "Storage/Originals/\(stored)", "photo.jpg", factory.inbox.path(of: "Phone/photo.jpg"),
                "Phone/photo.jpg", "again.jpg", "./again.jpg",
            ]
            for way in ways {
                let answer = try await ask(factory, way)
                #expect(answer.contents.map(\.sha256) == [digest], "\(way)")
                let content = try #require(answer.contents.first)
                #expect(content.history.map(\.outcome) == ["filed", "removed"])
                #expect(content.history.map(\.librarian) == ["librarian", "second"])
                #expect(content.history[0].filing?.from == factory.inbox.path(of: "Phone/photo.jpg"))
                #expect(content.history[1].removal?.from == factory.inbox.path(of: "again.jpg"))
                #expect(content.places.map(\.path) == [factory.originals.path(of: stored)])
                #expect(content.places.map(\.state) == ["whole"] && answer.outage == nil)
            }
        }
    }

    @Test func storyIsToldInWords() async throws {
        try await withStory { factory, digest in
            let run = try await tell(factory, digest)
            #expect(run.exitCode == 0)
            for words in [
                "filing \(factory.inbox.path(of: "Phone/photo.jpg")) as \(stored)", "taken 2021-02-03 04:05:06 +01:00",
                "EXIF:DateTimeOriginal", "removing \(factory.inbox.path(of: "again.jpg"))", "in the ledger as",
                "duplicate", "now: \(factory.originals.path(of: stored)) stands there whole",
            ] {
                #expect(run.standardOutput.contains(words), "\(words): \(run.standardOutput)")
            }
        }
    }

    @Test func databaseThatIsAwayIsSaidAndTheJournalsTell() async throws {
        try await withStory { factory, digest in
            for way in [digest, "again.jpg", String(digest.prefix(8))] {
                let answer = try await ask(factory, way, with: ["PGDATABASE": "no_such_database"])
                #expect(answer.contents.map(\.sha256) == [digest])
                #expect(answer.outage?.contains("no_such_database") == true)
            }
        }
    }

    @Test func missingOriginalIsSaid() async throws {
        try await withStory { factory, digest in
            try factory.originals.remove(stored)
            let run = try await tell(factory, "photo.jpg")
            #expect(run.exitCode == 1 && run.standardOutput.contains("\(stored) is not there"))
            try factory.originals.write([1, 2, 3], to: stored)
            for way in [digest, factory.originals.path(of: stored)] {
                #expect(try await ask(factory, way).contents.first?.places.map(\.state) == ["other bytes"], "\(way)")
            }
        }
    }

    @Test(arguments: ["never seen.jpg", "00000000", String(repeating: "0", count: 64), "/", ""])
    func unknownIsOneSentence(argument: String) async throws {
        try await withStory { factory, _ in
            let run = try await tell(factory, argument)
            #expect(run.exitCode == 1 && run.standardOutput.isEmpty)
            #expect(run.standardError.split(separator: "\n").count == 1, "\(run.standardError)")
            #expect(try await ask(factory, argument).contents.isEmpty)
        }
    }

    @Test func nameOfSeveralContentsTellsAllOfThem() async throws {
        try await withInstallation { factory in
            for folder in ["a", "b", "c"] {
                try factory.inbox.write(
                    SamplePhoto(folder, taken: "2021:02:03 04:05:06").bytes(), to: "\(folder)/IMG_1.jpg")
            }
            _ = try await factory.ingest()
            #expect(try await ask(factory, "IMG_1.jpg").contents.count == 3)
            #expect(try await ask(factory, "b/IMG_1.jpg").contents.count == 1)
        }
    }

    @Test func nameThatIsNoTextIsFoundAsItIsAndAsItIsWritten() async throws {
        try await withInstallation { factory in
            let name = Array("IMG_".utf8) + [0xFF, 0xFE] + Array(".jpg".utf8)
            try factory.inbox.write(photo, toRawName: name)
            _ = try await factory.ingest()
            #expect(try await ask(factory, "IMG_%FF%FE.jpg").contents.count == 1)
            // A shell can give bytes that no String can hold.
            let script = #"exec "$0" explain "$(printf 'IMG_\377\376.jpg')""#
            let librarian = try TestProgram.built("librarian").file()
            let run = try await ProgramRun.run(
                .system("sh"), ["-c", script, librarian], environment: factory.environment, in: factory.root)
            #expect(run.exitCode == 0 && run.standardOutput.contains("IMG_%FF%FE.jpg"), "\(run)")
        }
    }

    @Test func hostileNamesAreFoundAndPrintedOnOneLine() async throws {
        try await withInstallation { factory in
            let names = [
                "two\nlines.jpg", "it's \"quoted\" \\.jpg", "Grüße/写真 📷.jpg", "\u{1B}[2J.jpg", "'; DROP TABLE x;.jpg",
            ]
            for name in names {
                try factory.inbox.write(SamplePhoto(name, taken: "2021:02:03 04:05:06").bytes(), to: name)
            }
            _ = try await factory.ingest()
            for name in names {
                let last = String(name.split(separator: "/").last ?? "")
                #expect(try await ask(factory, last).contents.count == 1, "\(name)")
                let text = try await tell(factory, last).standardOutput
                #expect(!text.contains("\u{1B}") && text.split(separator: "\n").allSatisfy { $0.contains(" ") })
            }
        }
    }

    @Test func quarantinedFileIsExplained() async throws {
        try await withInstallation { factory in
            let (digest, _) = try await factory.quarantineOne(named: "full.jpg")
            let answer = try await ask(factory, "full.jpg")
            let content = try #require(answer.contents.first { $0.sha256 == digest })
            #expect(content.history.map(\.outcome) == ["quarantined"])
            #expect(content.places.map(\.state) == ["whole"])
            #expect(content.places[0].path.hasPrefix(factory.storage.path(of: "Quarantine/")))
            #expect(try await tell(factory, digest).standardOutput.contains("every name for it in Originals is taken"))
        }
    }

    @Test func ignoredFileIsExplainedByTheDatabase() async throws {
        try await withInstallation { factory in
            try factory.inbox.write(SampleNonMedia.text("1"), to: "notes/note.txt")
            _ = try await factory.ingest()
            let run = try await tell(factory, "note.txt")
            #expect(run.exitCode == 0 && run.standardOutput.contains("neither a photo nor a video"), "\(run)")
        }
    }
}
