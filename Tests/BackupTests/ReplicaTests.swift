import FactoryCore
import TestSupport
import Testing

@testable import backup

/// Several processes that share the work through the database alone.
struct ReplicaTests {
    @Test("Two replicas copy each once, while one of them is killed again and again")
    func replicas() async throws {
        try await withLibrary { library in
            // The killed leave their lists behind.
            let lists = ["TMPDIR": try library.folder.folder("lists").path]
            let all = try await ReplicaTrial(
                Backup.stage, library.connection, environment: library.environment.merging(lists) { $1 }
            ) { try await library.add($0) }.run(usual: 400)
            #expect(
                try await library.texts(
                    """
                    SELECT concat_ws(' ', count(*), count(DISTINCT asset_id), target, state)
                    FROM factory.backups GROUP BY target, state
                    """) == ["\(all) \(all) \(library.target.path) VERIFIED"])
            #expect(try await library.copies("Originals").count == all)
            // Neither tree has anything that the other has not, to the byte.
            let trees = [library.folder.path(of: "Storage/Originals"), library.target.path(of: "Originals")]
            let comparison = try await ProgramRun.run(.system("diff"), ["-r"] + trees)
            #expect(comparison.exitCode == 0, "\(comparison)")
        }
    }
}
