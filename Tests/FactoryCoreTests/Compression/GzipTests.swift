import FactoryCore
import TestSupport
import Testing

@Suite("Gzip")
struct GzipTests {
    @Test(
        "gives what gzip reads as the same, and what repeats becomes small",
        arguments: [
            [], [7], Array(String(repeating: "photo ", count: 9000).utf8), (0..<70_000).map { UInt8($0 * $0 % 251) },
        ])
    func roundTrip(_ bytes: [UInt8]) async throws {
        let compressed = try #require(Gzip.compressed(bytes))
        try await withTemporaryFolder { folder in
            try folder.write(compressed, to: "a.gz")
            let run = try await ProgramRun.run(.system("gzip"), ["-d", folder.path(of: "a.gz")])
            #expect(run.exitCode == 0, "\(run.standardError)")
            #expect(try folder.read("a") == bytes)
        }
        if bytes.count > 50_000, bytes.starts(with: "photo ".utf8) { #expect(compressed.count < 1000) }
    }
}
