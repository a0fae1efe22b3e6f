import FactoryCore
import TestSupport
import Testing

@testable import thumbnailer

/// Several processes that share the work through the database alone.
struct ReplicaTests {
    @Test("Two replicas make each once, while one of them is killed again and again; the next one cleans up")
    func replicas() async throws {
        try await withLibrary { library in
            let all = try await ReplicaTrial(
                Thumbnailer.stage, library.connection, environment: library.environment
            ) { try await library.add($0) }.run(usual: 200)
            #expect(try await library.texts("SELECT count(*)::text FROM factory.thumbnails") == ["\(all)"])
            // At least the one that was left alone has a folder there, for it was killed in the end as well.
            #expect(try await !library.makings().isEmpty)
            try await library.add("another.jpg")
            // What the killed one had asked for the server may have given it after its death, until that claim expires.
            try await eventually("the next one makes it") { try await library.pass().done == 1 }
            // Its own.
            #expect(try await library.makings().count == 1)
            let files = try await library.texts("SELECT file_hash FROM media_assets").flatMap { hash in
                [256, 1024].map { "\(hash.prefix(2))/\(hash)-\($0).webp" }
            }
            #expect(try await library.files() == files.sorted())
            #expect(files.count == 2 * (all + 1))
        }
    }
}
