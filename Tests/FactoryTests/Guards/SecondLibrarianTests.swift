import FactoryCore
import TestSupport
import Testing

/// One inbox has one librarian, whatever its name and its Storage.
struct SecondLibrarianTests {
    private let others = ["LIBRARIAN_ID": "other", "LIBRARIAN_QUIET_SECONDS": "0"]

    @Test(arguments: ["ingest", "run"]) func secondOneIsToldWhoTheFirstIs(command: String) async throws {
        try await withInstallation { factory in
            try await factory.whileServing(with: ["LIBRARIAN_ID": "first"]) { first in
                try await eventually("the first holds the inbox") { try holder(factory).contains("process") }
                let storage = try factory.root.folder("other storage")
                for changes in [others, others.merging(["STORAGE": storage.path]) { $1 }] {
                    let run = try await factory.librarian([command], with: changes)
                    #expect(run.exitCode == 2)
                    #expect(run.standardError.contains("another librarian works on the inbox \(factory.inbox.path)"))
                    #expect(run.standardError.contains("(\(try holder(factory)))"), "\(run.standardError)")
                }
                #expect(storage.entries() == [])
                await first.terminate()
                #expect(try await first.end(within: .seconds(10)).exitCode == 0)
            }
            #expect(try await factory.ingest(with: others).exitCode == 0)
        }
    }

    @Test func killedLibrarianHoldsNothing() async throws {
        try await withInstallation { factory in
            try await factory.whileServing { librarian in
                try await eventually("it holds the inbox") { try holder(factory).contains("process") }
                await librarian.kill()
            }
            let id = try await factory.vaultIDs()[0]
            #expect(try await factory.ingest(with: others).exitCode == 0)
            #expect(try holder(factory).hasPrefix("librarian 'other', process "))
            #expect(try await factory.vaultIDs() == [id, id, id])
        }
    }

    /// The second line of the inbox's id file.
    private func holder(_ factory: Installation) throws -> String {
        guard factory.inbox.holds(Installation.idFile) else { return "" }
        let text = String(decoding: try factory.inbox.read(Installation.idFile), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().first.map(String.init) ?? ""
    }
}
