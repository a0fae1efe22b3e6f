import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("What running librarians have begun")
struct UnderWayTests {
    private let names = ["a", "b", "c"]

    private func place(_ name: String) -> String { "2024/2024-03-09/\(name)" }

    /// Which of the three intents of a journal count as begun.
    private func begun(_ site: Site, _ database: ScratchDatabase) async throws -> [String] {
        let ledger = LedgerView(Database(database.settings, applicationName: "test"))
        let underWay = try await UnderWay(JournalBook.all(in: site.storage), ledger: ledger)
        let begun = names.filter { underWay.concerns(place: place($0)) }
        #expect(try begun == names.filter { try underWay.concerns(.of($0)) })
        return begun
    }

    /// - Parameter segmentLimit: in bytes.
    private func expectWhatIsBehindThePosition(segmentLimit: Int) async throws {
        try await withSite { site in
            try await withScratchDatabase { database in
                let ledger = Ledger(database.settings, applicationName: "test", librarian: "librarian")
                let journal = try site.journal(segmentLimit: segmentLimit)
                let intents = try names.map {
                    JournalEvent.intent(try .sample(from: "/inbox/\($0)", to: place($0), content: $0))
                }
                var positions: [JournalPosition] = []
                for intent in intents { positions += try journal.append([intent], at: Timestamp(seconds: 1)) }
                #expect(try await begun(site, database) == names)
                for (number, position) in positions.enumerated() {
                    try await ledger.set(position)
                    #expect(try await begun(site, database) == Array(names[(number + 1)...]))
                }
                withExtendedLifetime(journal) {}
            }
        }
    }

    @Test("is what stands in their journals behind what the database has")
    func oneSegment() async throws {
        try await expectWhatIsBehindThePosition(segmentLimit: 1 << 20)
    }

    @Test("is also what stands in later segments")
    func segments() async throws {
        try await expectWhatIsBehindThePosition(segmentLimit: 1)
    }

    @Test("is nothing where no librarian runs")
    func stopped() async throws {
        try await withSite { site in
            try await withScratchDatabase { database in
                do {
                    let intent = try FilingIntent.sample(to: place("a"), content: "a")
                    try site.journal().append([.intent(intent)], at: Timestamp(seconds: 1))
                }
                #expect(try await begun(site, database).isEmpty)
            }
        }
    }
}
