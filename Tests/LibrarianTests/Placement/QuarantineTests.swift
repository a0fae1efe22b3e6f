import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The quarantine")
struct QuarantineTests {
    private let clock = SetClock(Timestamp(seconds: 1_709_942_400))  // 2024-03-09 00:00:00

    @Test("takes a file under the day's date, and never one over another")
    func takes() async throws {
        try await withSite { site in
            let quarantine = Quarantine(storage: site.storage, clock: clock)
            let folder = site.storageFiles.path(of: "Quarantine/2024-03-09")
            for (content, name) in [("1", "a_bad.jpg"), ("2", "a_bad_1.jpg"), ("3", "a_bad_2.jpg")] {
                try site.inboxFiles.write(content.bytes, to: "a.jpg")
                #expect(try quarantine.take("a.jpg".bytes, from: site.inbox, mark: "bad") == "\(folder)/\(name)")
                #expect(try TestFolder(folder).read(name) == content.bytes)
            }
            clock.advance(by: .seconds(86_400))
            try site.inboxFiles.write([4], to: "a.jpg")
            #expect(try quarantine.take("a.jpg".bytes, from: site.inbox, mark: "bad").contains("/2024-03-10/a_bad.jpg"))
        }
    }

    @Test("takes any name there is")
    func names() async throws {
        try await withSite { site in
            let quarantine = Quarantine(storage: site.storage, clock: clock)
            let names: [[UInt8]] = [Array(repeating: 0x78, count: 255), Array(repeating: 0xFF, count: 255), [0xFF]]
            for name in names {
                try site.inboxFiles.write([1], toRawName: name)
                _ = try quarantine.take(name, from: site.inbox, mark: "deadbeef")
            }
            #expect(site.inboxFiles.entries() == [])
            #expect(try site.storageFiles.files().count == 3)
        }
    }

    @Test("says that there is nothing to take")
    func missing() async throws {
        try await withSite { site in
            let quarantine = Quarantine(storage: site.storage, clock: clock)
            let error = #expect(throws: FileError.self) {
                try quarantine.take("a".bytes, from: site.inbox, mark: "bad")
            }
            #expect(error?.isMissing == true)
        }
    }
}
