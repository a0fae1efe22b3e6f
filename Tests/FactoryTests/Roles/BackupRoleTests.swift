import FactoryCore
import TestSupport
import Testing

/// The backup does all of its work under its own role, and can do nothing else.
struct BackupRoleTests {
    private func backup(_ factory: Installation, _ arguments: [String]) async throws -> ProgramRun {
        let target = try factory.root.folder("copies")
        return try await ProgramRun.run(
            .built("backup"), arguments, environment: factory.environment(with: ["BACKUP_TARGET": target.path]),
            in: factory.root)
    }

    @Test func whatWasFiledIsCopiedTestedHealedAndListed() async throws {
        try await withRoleFactory { roles in
            let librarian = try roles.installation(.librarian)
            for name in ["a.jpg", "b.jpg"] {
                try librarian.inbox.write(SamplePhoto(name, taken: "2024:03:09 11:50:38").bytes(), to: name)
            }
            #expect(try await librarian.ingest().counts.filed == 2)
            let factory = try roles.installation(.backup)
            let first = try await backup(factory, ["run", "--once", "--json"])
            #expect(first.exitCode == 0 && first.standardError == "", "\(first.standardError)")
            #expect(first.standardOutput.hasPrefix(#"{"done":2,"failed":0,"#), "\(first.standardOutput)")
            #expect(try await backup(factory, ["restore-test"]).exitCode == 0)

            // A copy and an original are damaged: the one is copied again, the other comes back through the inbox.
            let place = "2024/2024-03-09"
            try factory.root.write(Array("damaged".utf8), to: "copies/Originals/\(place)/a.jpg")
            #expect(try await backup(factory, ["restore-test"]).exitCode == 1)
            #expect(try await backup(factory, ["run", "--once"]).exitCode == 0)
            try factory.storage.setPermissions("Originals/\(place)/b.jpg", to: 0o644)
            try factory.storage.write(Array("damaged".utf8), to: "Originals/\(place)/b.jpg")
            let heal = try await backup(factory, ["heal", "\(place)/b.jpg"])
            #expect(heal.exitCode == 0, "\(heal)")
            #expect(
                try await ProgramRun.run(
                    .system("sh"), ["-c", "mv -- Storage/Healing/* \"$0\"", factory.inbox.path],
                    in: factory.storageParent
                ).exitCode == 0)
            #expect(try await librarian.ingest().counts.healed == 1)
            #expect(
                try factory.storage.read("Originals/\(place)/b.jpg")
                    == SamplePhoto("b.jpg", taken: "2024:03:09 11:50:38").bytes())
            let report = try await backup(factory, ["report", "--safe-to-delete"])
            #expect(report.exitCode == 0 && report.standardOutput.split(separator: "\n").count == 2, "\(report)")
            #expect(try await backup(factory, ["retry", "--json"]).standardOutput == "{\"retried\":0}\n")
        }
    }

    @Test func whatIsNotItsOwnIsNotItsToWrite() async throws {
        try await withRoleFactory(mayBeRefused: true) { roles in
            for statement: SQL in [
                "UPDATE media_assets SET is_geocoded = TRUE", "UPDATE media_assets SET file_hash = repeat('0', 64)",
                "DELETE FROM media_assets", "DELETE FROM factory.backups",
                "UPDATE factory.vault SET id = repeat('0', 32)",
            ] {
                let code = try await roles.code(of: statement, as: .backup)
                #expect(code == "42501", "\(statement.text)")
            }
        }
    }
}
