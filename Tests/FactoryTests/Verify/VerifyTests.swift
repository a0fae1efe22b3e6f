import FactoryCore
import TestSupport
import Testing

/// `librarian verify` finds what is wrong, names it, and finds nothing where nothing is.
struct VerifyTests {
    private func photo(_ name: String) -> [UInt8] { SamplePhoto(name, taken: "2021:02:03 04:05:06").bytes() }

    private func place(_ name: String) -> String { "2021/2021-02-03/\(name).jpg" }

    /// A factory in which these photos are filed.
    private func withFiled<Result>(
        _ names: [String], _ body: (Installation) async throws -> Result
    ) async throws -> Result {
        try await withInstallation { factory in
            for name in names { try factory.inbox.write(photo(name), to: "\(name).jpg") }
            let report = try await factory.ingest()
            guard report.counts.filed == names.count else { throw SupportError("Not all were filed.") }
            return try await body(factory)
        }
    }

    private func damage(_ name: String, in factory: Installation) throws {
        try factory.originals.setPermissions(place(name), to: 0o644)
        try factory.originals.write(photo(name).dropLast() + [0], to: place(name))
    }

    @Test func allIsWell() async throws {
        try await withFiled(["a", "b", "c"]) { factory in
            let before = try factory.storage.files()
            let report = try await factory.verify()
            #expect(report.exitCode == 0 && report.counts.checked == 3 && report.counts.ok == 3)
            #expect(report.counts.needsNoLook && report.log.isEmpty, "\(report.log)")
            #expect(try factory.storage.files() == before, "verifying left something behind")
        }
    }

    @Test func nothingIsWellTooAndMakesNothing() async throws {
        try await withInstallation { factory in
            try factory.storage.folder("Originals")
            let report = try await factory.verify()
            #expect(report.exitCode == 0 && report.counts.checked == 0)
            #expect(factory.storage.entries() == ["Originals"])
        }
    }

    @Test func eachFindingIsCountedAndNamed() async throws {
        try await withFiled(["a", "b", "c", "d"]) { factory in
            try damage("a", in: factory)
            try factory.originals.remove(place("b"))
            try factory.originals.write(photo("new"), to: "2020/2020-01-01/new.jpg")
            try factory.originals.write(photo("c"), to: "2020/2020-01-01/copy of c.jpg")
            try factory.originals.write(Array("a sidecar".utf8), to: place("c") + ".xmp")
            try factory.originals.write(Array("a thumbnail".utf8), to: "2021/@eaDir/c.jpg")

            let report = try await factory.verify()

            #expect(report.exitCode == 1)
            #expect(report.counts.ok == 2 && report.counts.damaged == 1 && report.counts.missing == 1)
            #expect(report.counts.unrecorded == 2 && report.counts.lost == 0 && report.counts.journalDamages == 0)
            let lines = report.log.split(separator: "\n")
            #expect(lines.count == 4, "\(report.log)")
            for (name, word) in [
                (place("a"), "is damaged"), (place("b"), "is missing"), ("2020-01-01/new.jpg", "rebuild"),
                ("2020-01-01/copy of c.jpg", place("c")),
            ] {
                #expect(lines.contains { $0.contains(name) && $0.contains(word) }, "\(name): \(report.log)")
            }
        }
    }

    @Test(.enabled("\(OrdinaryRights.absence)") { await OrdinaryRights.areAvailable() })
    func fileThatCannotBeReadIsDamaged() async throws {
        try await PasswordLogin.shared.prepare()
        try await withFiled(["a", "b"]) { factory in
            try factory.originals.setPermissions(place("a"), to: 0)
            let arguments = try OrdinaryRights.arguments(.built("librarian"), ["verify", "--json"])
            let report = try VerifyReport(
                await ProgramRun.run(
                    .system("setpriv"), arguments, environment: factory.environment(with: PasswordLogin.overNetwork),
                    in: factory.root))
            #expect(report.counts.damaged == 1 && report.counts.ok == 1)
            #expect(report.log.contains("Permission denied"))
        }
    }

    /// Its contents cannot be damaged to the eye of somebody who only looks at names and sizes.
    @Test func exchangedFilesAreDamaged() async throws {
        try await withFiled(["a", "b"]) { factory in
            try factory.originals.rename(place("a"), to: "other")
            try factory.originals.rename(place("b"), to: place("a"))
            try factory.originals.rename("other", to: place("b"))
            #expect(try await factory.verify().counts.damaged == 2)
        }
    }

    @Test func rowOfAnotherMountIsFoundByThePathBelowOriginals() async throws {
        try await withFiled(["a"]) { factory in
            let path = "/app/Storage/Originals/\(place("a"))"
            try await factory.database.connect().execute("UPDATE media_assets SET final_path = \(path)")
            #expect(try await factory.verify().counts.ok == 1)
        }
    }

    @Test func filingThatLeftNeitherRowNorFileIsMissing() async throws {
        try await withFiled(["a", "b"]) { factory in
            try await factory.database.connect().execute("DELETE FROM media_assets")
            try factory.originals.remove(place("a"))

            let report = try await factory.verify()

            #expect(report.counts.missing == 1 && report.counts.unrecorded == 1 && report.counts.ok == 0)
            #expect(report.log.contains("\(place("a")) was filed"))
        }
    }

    @Test func damagedJournalIsNamedWithItsLineAndLeftAlone() async throws {
        try await withFiled(["a", "b", "c"]) { factory in
            let name = "Journal/librarian/00000001.jsonl"
            var lines = try factory.storage.read(name).split(separator: 10).map { Array($0) }
            lines[1][20] ^= 1
            let broken = Array(lines.joined(separator: [10])) + [10]
            try factory.storage.write(broken, to: name)

            let report = try await factory.verify()

            #expect(report.exitCode == 1 && report.counts.journalDamages == 1 && report.counts.ok == 3)
            #expect(report.log.contains("00000001.jsonl is damaged in line 2"), "\(report.log)")
            #expect(try factory.storage.read(name) == broken)
        }
    }

    /// A librarian that is writing, or was killed, leaves it so.
    @Test func tornEndOfAJournalIsNoDamage() async throws {
        try await withFiled(["a"]) { factory in
            let name = "Journal/librarian/00000001.jsonl"
            try factory.storage.append(Array(#"{"at":"20"#.utf8), to: name)
            let (torn, entries) = (try factory.storage.read(name), factory.storage.entries().sorted())
            #expect(try await factory.verify().exitCode == 0)
            #expect(try factory.storage.read(name) == torn)
            #expect(factory.storage.entries().sorted() == entries)
        }
    }

    @Test func missingSegmentIsNamed() async throws {
        try await withFiled(["a"]) { factory in
            try factory.storage.rename(
                "Journal/librarian/00000001.jsonl", to: "Journal/librarian/00000002.jsonl")
            let report = try await factory.verify()
            #expect(report.counts.journalDamages >= 1 && report.log.contains("00000001.jsonl is missing"))
        }
    }

    @Test func verifyingNeedsDatabaseAndOriginals() async throws {
        try await withFiled(["a"]) { factory in
            let away = try await factory.librarian(["verify", "--json"], with: ["PGDATABASE": "no_such_database"])
            #expect(away.exitCode == 2 && away.standardOutput.isEmpty)
            #expect(away.standardError.contains("no_such_database"))
            let unmounted = try await factory.librarian(
                ["verify", "--json"], with: ["STORAGE": factory.root.folder("empty").path])
            #expect(unmounted.exitCode == 2 && unmounted.standardError.contains("is it mounted?"))
            #expect(TestFolder(factory.root.path(of: "empty")).entries() == [])
            let slow = try await factory.librarian(["verify", "--megabytes-per-second", "0"])
            #expect(slow.exitCode == 64)
        }
    }
}
