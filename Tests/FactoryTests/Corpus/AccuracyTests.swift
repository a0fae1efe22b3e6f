import FactoryCore
import TestSupport
import Testing

/// How many of the corpus's answers the librarian finds; `make accuracy` runs this alone.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct AccuracyTests {
    @Test
    func datesAndPlacesAreThoseOfTheCorpus() async throws {
        let corpus = try Corpus()
        try await withInstallation { factory in
            var expected: [String: ExpectedMetadata] = [:]
            for (number, row) in corpus.rows.enumerated() {
                guard let answer = ExpectedMetadata(row, modified: Self.modified(number)) else { continue }
                let folder = try factory.inbox.folder("\(number)")
                try folder.write(try corpus.folder.read(row.path), to: row.name)
                for suffix in [".xmp", ".json"] where corpus.folder.holds(row.path + suffix) {
                    try folder.write(try corpus.folder.read(row.path + suffix), to: row.name + suffix)
                }
                try folder.setModified(row.name, to: Self.modified(number))
                expected[folder.path(of: row.name)] = answer
            }

            _ = try await factory.ingest(within: .seconds(300))

            let found = try JournaledMetadata.all(in: factory.storage)
            var table = AccuracyTable()
            for (path, answer) in expected.sorted(by: { $0.value.path < $1.value.path }) {
                table.add(answer, found[path])
            }
            print(table)
            #expect(table.total.dated.total > 200 && table.total.dated.isFull)
            #expect(table.total.place.isFull && table.total.offset.isFull)
            // One differs on purpose: the half of a Live Photo, whose other half the corpus has as well, takes its time.
            #expect(table.total.time.right >= table.total.time.total * 98 / 100)
        }
    }

    /// Every file has a day of its own, so that none is right by chance.
    private static func modified(_ number: Int) -> Int {
        1_420_070_400 + number * 86_400
    }
}
