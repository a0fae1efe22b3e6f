import FactoryCore
import TestSupport
import Testing

/// The thumbnailer does all of its work under its own role, and can do nothing else.
struct ThumbnailerRoleTests {
    private func thumbnailer(_ factory: Installation, _ arguments: [String]) async throws -> ProgramRun {
        try await ProgramRun.run(.built("thumbnailer"), arguments, environment: factory.environment, in: factory.root)
    }

    @Test func whatWasFiledGetsThumbnailsAndIsShownWithThem() async throws {
        try await withRoleFactory { roles in
            let librarian = try roles.installation(.librarian)
            for name in ["a.jpg", "b.jpg"] {
                try librarian.inbox.write(SamplePhoto(name, taken: "2024:03:09 11:50:38").bytes(), to: name)
            }
            #expect(try await librarian.ingest().counts.filed == 2)
            let factory = try roles.installation(.thumbnailer)
            let first = try await thumbnailer(factory, ["run", "--once", "--json"])
            #expect(first.exitCode == 0 && first.standardError == "", "\(first.standardError)")
            #expect(first.standardOutput.hasPrefix(#"{"done":2,"failed":0,"#), "\(first.standardOutput)")
            let owner = try await roles.database.connect()
            let hashes = try await owner.query("SELECT file_hash FROM media_assets WHERE is_thumbnailed") {
                try $0.string(0)
            }
            #expect(hashes.count == 2)
            for hash in hashes { #expect(factory.storage.holds("Thumbnails/\(hash.prefix(2))/\(hash)-256.webp")) }

            // Failures, another try, and all of it once more.
            try factory.storage.rename("Originals/2024/2024-03-09/b.jpg", to: "Originals/2024/2024-03-09/c.jpg")
            _ = try await ProgramRun.run(.system("rm"), ["-r", factory.storage.path(of: "Thumbnails")])
            #expect(
                try await thumbnailer(factory, ["make-again", "--missing", "--json"]).standardOutput
                    == "{\"again\":2}\n")
            #expect(try await thumbnailer(factory, ["run", "--once"]).exitCode == 1)
            try factory.storage.rename("Originals/2024/2024-03-09/c.jpg", to: "Originals/2024/2024-03-09/b.jpg")
            #expect(try await thumbnailer(factory, ["retry", "--json"]).standardOutput == "{\"retried\":1}\n")
            #expect(try await thumbnailer(factory, ["run", "--once"]).exitCode == 0)
            let ids = try await owner.query("SELECT id FROM media_assets WHERE is_thumbnailed") { try $0.string(0) }
            #expect(ids.count == 2)
            #expect(try await thumbnailer(factory, ["make-again"] + ids).standardOutput == "2 to be made again\n")
            #expect(try await thumbnailer(factory, ["run", "--once"]).exitCode == 0)
        }
    }

    @Test func theServiceReportsAsItself() async throws {
        try await withRoleFactory { roles in
            let factory = try roles.installation(.thumbnailer)
            try await withRunning(.built("thumbnailer"), ["run"], environment: factory.environment) { program in
                let connection = try await roles.database.connect()
                try await eventually("it says that it waits") {
                    try await connection.query(
                        """
                        SELECT 1 FROM system_status
                        WHERE service_name = 'thumbnailer' AND current_task LIKE 'waiting for new assets%'
                        """
                    ) { try $0.int(0) } == [1]
                }
                await program.terminate()
                #expect(try await program.end(within: .seconds(60)).exitCode == 0)
            }
        }
    }

    @Test func whatIsNotItsOwnIsNotItsToWrite() async throws {
        try await withRoleFactory(mayBeRefused: true) { roles in
            for statement: SQL in [
                "UPDATE media_assets SET is_geocoded = TRUE", "UPDATE media_assets SET final_path = 'x'",
                "DELETE FROM media_assets", "DELETE FROM factory.thumbnails", "SELECT 1 FROM factory.vault",
                "SELECT 1 FROM factory.places",
            ] {
                let code = try await roles.code(of: statement, as: .thumbnailer)
                #expect(code == "42501", "\(statement.text)")
            }
        }
    }
}
