import FactoryCore
import TestSupport
import Testing

@testable import thumbnailer

/// Every file of the corpus has thumbnails afterwards, or a reason that a person understands.
struct CorpusTests {
    @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
    func everyFileOfTheCorpusHasThumbnailsOrAReason() async throws {
        try await withLibrary { library in
            let corpus = try Corpus()
            var hashes: Set<String> = []
            for (number, row) in corpus.rows.enumerated() where hashes.insert(row.sha256).inserted {
                try await library.add("\(number) \(row.name)", try corpus.folder.read(row.path))
            }
            let tally = try await library.pass()
            #expect(tally.done + tally.failed == hashes.count && tally.lost == 0)
            // Of the rest half are no pictures, and the others are damaged, or short extracts.
            #expect(tally.done >= hashes.count * 7 / 10, "\(tally)")
            let undecided = try await library.texts(
                """
                SELECT original_name FROM media_assets AS asset
                WHERE is_thumbnailed = EXISTS (
                        SELECT FROM factory.failure_records AS failure WHERE failure.entity_id = asset.id)
                    OR is_thumbnailed <> EXISTS (SELECT FROM factory.thumbnails WHERE asset_id = asset.id)
                    OR is_thumbnailed = has_errors
                """)
            #expect(undecided == [])
            for hash in try await library.texts("SELECT file_hash FROM media_assets WHERE is_thumbnailed") {
                for size in [256, 1024] {
                    let path = "Storage/Thumbnails/\(hash.prefix(2))/\(hash)-\(size).webp"
                    #expect((library.folder.facts(path)?.size ?? 0) > 20, "\(path)")
                }
            }
            let reasons = try await library.texts("SELECT error_message FROM factory.failure_records")
            for reason in reasons {
                #expect(
                    reason.hasPrefix("it ") || reason.hasPrefix("its ") || reason.hasPrefix("the file is empty")
                        || reason.hasPrefix("ffmpeg finds no picture in it: "), "\(reason)")
                for word in ["without a word", "crashed", "killed", library.folder.path, "libvips does not"] {
                    #expect(!reason.contains(word), "\(reason)")
                }
            }
            // Nothing of it was tried in vain, and nothing was left behind.
            #expect(try await library.texts("SELECT DISTINCT status FROM factory.failure_records") == ["GIVEN UP"])
            #expect(try await library.files().count == 2 * tally.done)
        }
    }
}
