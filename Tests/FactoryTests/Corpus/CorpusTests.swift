import FactoryCore
import TestSupport
import Testing

/// Real photos of many makers, with answers that another program gave.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusTests {
    @Test func everyDatedPhotoLiesUnderItsDay() async throws {
        let corpus = try Corpus()
        let rows = corpus.rows.filter { $0.format == "JPEG" && $0.captureSource == "EXIF:DateTimeOriginal" }
        try #require(rows.count > 0)
        try await withInstallation { factory in
            for (number, row) in rows.enumerated() {
                try factory.inbox.write(try corpus.folder.read(row.path), to: "\(number)/\(row.name)")
            }

            let report = try await factory.ingest()

            #expect(report.counts.filed == rows.count)
            let ledger = Dictionary(grouping: try await factory.ledger(), by: \.hash)
            for row in rows {
                let asset = try #require(ledger[row.sha256]?.first, "\(row.path) has no row")
                #expect(asset.finalPath.hasPrefix(factory.storage.path(of: row.captureFolder + "/")), "\(row.path)")
                #expect(asset.size == row.size, "\(row.path)")
            }
            let arrived = rows.map(\.sha256)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    @Test func everythingDroppedInTwiceIsStoredOnce() async throws {
        let corpus = try Corpus()
        try await withInstallation { factory in
            for row in corpus.rows {
                let contents = try corpus.folder.read(row.path)
                try factory.inbox.write(contents, to: "first/\(row.path)")
                try factory.inbox.write(contents, to: "second/\(row.path)")
            }

            let report = try await factory.ingest()

            let photos = corpus.rows.filter { $0.format == "JPEG" }.map(\.sha256)
            #expect(report.counts.seen == 2 * corpus.rows.count)
            #expect(report.counts.duplicates >= photos.count)
            let sidecars = try await factory.database.connect().query("SELECT count(*) FROM factory.sidecars") {
                try $0.int(0)
            }
            #expect(report.counts.duplicates == (try await factory.ledger().count) + (sidecars.first ?? 0))
            #expect(try await Conservation(factory: factory).breaches(arrived: photos) == [])
        }
    }
}
