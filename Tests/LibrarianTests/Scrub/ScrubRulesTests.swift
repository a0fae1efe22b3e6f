import FactoryCore
import Testing

@testable import librarian

@Suite("What is the matter with an original")
struct ScrubRulesTests {
    private static let filed = Timestamp(seconds: 1_700_000_000)
    private static let taken = Timestamp(seconds: 1_600_000_000)

    private static func hash(_ text: String) throws -> Fingerprint { try SHA256.of(text.utf8) }

    private func candidate(seen modified: Timestamp? = taken) throws -> ScrubCandidate {
        ScrubCandidate(
            row: RecordedOriginal(
                id: "1", fingerprint: try Self.hash("photo"), finalPath: "/s/Originals/2024/2024-03-09/a.jpg", size: 5),
            ingestedAt: Self.filed, modifiedWhenWhole: modified)
    }

    private func file(_ content: String, _ modified: Timestamp = taken) throws -> ScrubSight {
        .file(SeenFile(fingerprint: try Self.hash(content), size: content.utf8.count, modified: modified))
    }

    @Test("is told by bytes, size and time")
    func findings() throws {
        let later = Self.taken.adding(seconds: 1)
        let cases: [(ScrubSight, ScrubFinding)] = [
            (try file("photo"), .ok), (try file("photo", later), .ok), (try file("phoTo"), .rot),
            (try file("phoTo", later), .edited), (try file("photos"), .edited), (try file("phot"), .truncated),
            (try file("", later), .truncated), (.nothing, .missing), (.unreadable("cannot read"), .unreadable),
        ]
        for (sight, finding) in cases { #expect(ScrubRules.finding(of: try candidate(), sight) == finding, "\(sight)") }
    }

    @Test("where its time was never seen, a time after its filing tells of a change")
    func firstReading() throws {
        let first = try candidate(seen: nil)
        #expect(ScrubRules.finding(of: first, try file("phoTo")) == .rot)
        #expect(ScrubRules.finding(of: first, try file("phoTo", Self.filed.adding(seconds: 1))) == .edited)
    }

    @Test("a row without a hash says nothing of bytes")
    func noHash() throws {
        let row = RecordedOriginal(id: "1", fingerprint: nil, finalPath: "a", size: 5)
        let candidate = ScrubCandidate(row: row, ingestedAt: Self.filed)
        #expect(ScrubRules.finding(of: candidate, try file("photo")) == .unreadable)
    }

    @Test("is one sentence that names the file", arguments: ScrubFinding.allCases)
    func sentences(_ finding: ScrubFinding) throws {
        let sentence = ScrubRules.sentence(
            finding, of: try candidate(), .unreadable("a reason"), at: "/s/a.jpg", elsewhere: "/s/b.jpg")
        #expect((sentence == nil) == (finding == .ok))
        if let sentence { #expect(sentence.hasPrefix("/s/a.jpg ") && !sentence.contains("\n")) }
        if finding == .moved { #expect(sentence?.contains("/s/b.jpg") == true) }
        if finding == .unreadable { #expect(sentence?.contains("a reason") == true) }
    }
}
