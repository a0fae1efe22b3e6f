import FactoryCore
import TestSupport
import Testing

@testable import backup

@Suite("What one can ask the backup for")
struct CommandTests {
    private static let day = "Originals/\(SampleLibrary.day)"

    @Test("A restore test finds a byte that was flipped and a copy that is gone; both are copied again")
    func restoreTest() async throws {
        try await withLibrary { library in
            for name in ["a.jpg", "b.jpg", "c.jpg"] { try await library.add(name) }
            let first = try await library.run(["run", "--once", "--json"])
            #expect(first.exitCode == 0 && first.standardOutput.hasPrefix(#"{"done":3,"#), "\(first)")
            let well = try await library.run(["restore-test", "--sample", "10", "--json"])
            #expect(well.exitCode == 0 && well.standardOutput.hasPrefix(#"{"tested":3,"right":3,"bad":0,"unclear":0,"#))
            #expect(try await library.texts("SELECT DISTINCT state FROM factory.backups") == ["RESTORE TESTED"])

            try library.flip("target/\(Self.day)/a.jpg")
            try library.target.remove("\(Self.day)/b.jpg")
            let test = try await library.run(["restore-test", "--sample", "10", "--json"])
            #expect(
                test.exitCode == 1 && test.standardOutput.hasPrefix(#"{"tested":3,"right":1,"bad":2,"unclear":0,"#),
                "\(test)")
            #expect(try await library.backedUp() == ["c.jpg"])
            let complaints = try await library.complaints()
            #expect(complaints.count == 2 && complaints[0].contains("is not what was copied"))
            #expect(complaints[1].contains("is gone from the target"))

            #expect(try await library.run(["run", "--once"]).exitCode == 0)
            #expect(try await library.backedUp() == ["a.jpg", "b.jpg", "c.jpg"])
            #expect(try await library.complaints() == [])
            for name in ["a.jpg", "b.jpg"] {
                #expect(try library.target.read("\(Self.day)/\(name)") == Array("photo \(name)".utf8))
            }
            #expect(try await library.copies("Replaced").count == 1)
        }
    }

    @Test("A target that goes away during a restore test lost nothing")
    func away() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            #expect(try await library.pass().done == 1)
            let shim = try library.shim(
                before: #"[ "$1" = checksum ] && mv \#(library.target.path) \#(library.target.path).away"#, after: "")
            let test = try await library.run(["restore-test"], shim)
            #expect(test.exitCode == 2, "\(test)")
            #expect(try await library.backedUp() == ["a.jpg"])
            #expect(try await library.texts("SELECT state FROM factory.backups") == ["VERIFIED"])
        }
    }

    @Test("Healing fetches the right bytes of what is damaged or gone, and leaves alone what is not")
    func heal() async throws {
        try await withLibrary { library in
            for name in ["a b.jpg", "gone.jpg", "well.jpg", "never.jpg", "lost.jpg"] { try await library.add(name) }
            try await library.connection.execute(
                "UPDATE media_assets SET is_ingested = FALSE WHERE original_name = 'never.jpg'")
            #expect(try await library.pass().done == 4)
            let storage = "Storage/\(Self.day)"
            try library.flip("\(storage)/a b.jpg")
            try library.folder.remove("\(storage)/gone.jpg")
            try library.folder.remove("\(storage)/lost.jpg")
            try library.flip("target/\(Self.day)/lost.jpg")
            let gone = try SHA256.of(Array("photo gone.jpg".utf8)).hex
            let run = try await library.run(
                [
                    "heal", "--json", library.folder.path(of: "\(storage)/a b.jpg"), gone,
                    "\(SampleLibrary.day)/well.jpg",
                    "\(SampleLibrary.day)/never.jpg", "\(SampleLibrary.day)/lost.jpg",
                ])
            #expect(run.exitCode == 1, "\(run)")
            for (result, count) in [("fetched", 2), ("intact", 1), ("unknown", 1), ("failed", 1)] {
                #expect(run.standardOutput.split(separator: #""result":"\#(result)""#).count == count + 1, "\(run)")
            }
            let right = try SHA256.of(Array("photo a b.jpg".utf8)).hex
            #expect(
                try library.folder.read("Storage/Healing/a b_\(right.prefix(16)).jpg") == Array("photo a b.jpg".utf8))
            #expect(
                try library.folder.read("Storage/Healing/gone_\(gone.prefix(16)).jpg") == Array("photo gone.jpg".utf8))
            let files = try await ProgramRun.run(.system("ls"), ["-A", library.folder.path(of: "Storage/Healing")])
            #expect(files.standardOutput.split(separator: "\n").count == 2, "\(files.standardOutput)")
            #expect(try await library.run(["heal", "nonsense"]).exitCode == 64)
            // Again is the same.
            #expect(try await library.run(["heal", gone]).exitCode == 0)
        }
    }

    @Test("Exactly those may be deleted of which two copies are proven")
    func safeToDelete() async throws {
        try await withLibrary { library in
            for name in ["a.jpg", "b\nc.jpg", "damaged.jpg", "gone.jpg", "x.jpg", "bad copy.jpg"] {
                try await library.add(name)
            }
            #expect(try await library.pass().done == 5)
            let storage = "Storage/\(Self.day)"
            try library.flip("\(storage)/damaged.jpg")
            try library.folder.remove("\(storage)/gone.jpg")
            try library.flip("target/\(Self.day)/bad copy.jpg")
            #expect(try await library.run(["restore-test", "--sample", "100"]).exitCode == 1)
            try await library.add("not copied yet.jpg")

            let run = try await library.run(["report", "--safe-to-delete"])
            let hashes = try ["a.jpg", "x.jpg"].map { try SHA256.of(Array("photo \($0)".utf8)).hex }
            #expect(run.exitCode == 1)
            #expect(
                Set(run.standardOutput.split(separator: "\n").map(String.init))
                    == ["\(hashes[0])  phone/a.jpg", "\(hashes[1])  phone/x.jpg"], "\(run)")
            let json = try await library.run(["report", "--safe-to-delete", "--json"])
            #expect(json.standardOutput.contains(#""left_out":["#) && json.standardOutput.contains("phone/gone.jpg"))
            #expect(json.standardOutput.contains(#""sha256":"\#(hashes[0])""#), "\(json)")

            try await library.connection.execute("UPDATE factory.backups SET verified_at = now() - interval '10 days'")
            let old = try await library.run(["report", "--safe-to-delete", "--proven-within-days", "9"])
            #expect(old.exitCode == 0 && old.standardOutput == "", "\(old)")
            #expect(try await library.run(["report"]).exitCode == 64)

            // Without the target nothing is proven.
            try library.folder.rename("target", to: "away")
            #expect(try await library.run(["report", "--safe-to-delete"]).exitCode == 2)
        }
    }
}
