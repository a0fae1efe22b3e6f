import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The quarantine")
struct QuarantineTests {
    private let day = Timestamp(seconds: 1_709_942_400).utc.day  // 2024-03-09

    @Test("has a place under the day's date for a file, and never one that is taken")
    func places() async throws {
        try await withSite { site in
            let quarantine = Quarantine(storage: site.storage)
            let content = try Fingerprint.of("content")
            let mark = content.hex.prefix(8)
            for name in ["a_\(mark).jpg", "a_\(mark)_1.jpg", "a_\(mark)_2.jpg"] {
                let path = try #require(try quarantine.freePlace(for: "a.jpg".bytes, fingerprint: content, day: day))
                #expect(path.text == "2024-03-09/\(name)")
                try site.storageFiles.write([1], to: "Quarantine/\(path.text)")
                #expect(try quarantine.stamp(of: path)?.size == 1 && quarantine.open(path) != nil)
            }
        }
    }

    @Test("has a place for any name there is")
    func names() async throws {
        try await withSite { site in
            let quarantine = Quarantine(storage: site.storage)
            let names: [[UInt8]] = [Array(repeating: 0x78, count: 255), Array(repeating: 0xFF, count: 255), [0xFF]]
            for name in names {
                let path = try #require(try quarantine.freePlace(for: name, fingerprint: .of("x"), day: day))
                try site.inboxFiles.write([1], toRawName: name)
                try site.inbox.move(name, to: quarantine.folder(of: path), as: Array(path.name.utf8))
                #expect(QuarantinePath(text: path.text) == path)
            }
            #expect(site.inboxFiles.entries() == [])
            #expect(try site.storageFiles.files().count == 3)
        }
    }

    @Test("says that nothing stands at a place")
    func missing() async throws {
        try await withSite { site in
            let quarantine = Quarantine(storage: site.storage)
            let path = QuarantinePath(day: day, name: "a.jpg")
            let stamp = try quarantine.stamp(of: path)
            #expect(try stamp == nil && quarantine.open(path) == nil)
        }
    }

    @Test(
        "reads no place that leads elsewhere", arguments: ["", "a.jpg", "2024-03-09/..", "2024-03-09/a/b", "x/a.jpg"])
    func elsewhere(text: String) {
        #expect(QuarantinePath(text: text) == nil)
    }
}
