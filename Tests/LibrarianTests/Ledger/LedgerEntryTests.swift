import FactoryCore
import Testing

@testable import librarian

@Suite("A filed photo's row")
struct LedgerEntryTests {
    private let position = JournalPosition(segment: 1, line: 5, hash: Fingerprint(number: 5))

    @Test("says where it came from, where it is, and when it was taken and filed")
    func asset() throws {
        let intent = try FilingIntent.sample(from: "/inbox/DCIM/a.jpg", to: "2024/2024-03-09/a_1.jpg", content: "four")
        let time = Timestamp(seconds: 9)
        let asset = LedgerEntry(intent, at: position, finalPath: "/s/Originals/2024/2024-03-09/a_1.jpg", time: time)
            .asset
        #expect(asset.originalName == "a.jpg" && asset.originalPath == "/inbox/DCIM/a.jpg")
        #expect(asset.finalPath == "/s/Originals/2024/2024-03-09/a_1.jpg" && asset.size == 4)
        #expect(asset.fingerprint == intent.fingerprint && asset.ingestedAt == time && asset.problem == nil)
        #expect(asset.capturedAt.sqlText == "2024-03-09 12:30:00" && asset.location == nil)
    }

    @Test("knows the name of a file that begins with a combining character")
    func combining() throws {
        let intent = try FilingIntent.sample(from: "/inbox/\u{301}a.jpg", to: "x", content: "a")
        let name = LedgerEntry(intent, at: position, finalPath: "", time: Timestamp(seconds: 9)).asset.originalName
        #expect(name.bytes == "\u{301}a.jpg".bytes)
    }
}
