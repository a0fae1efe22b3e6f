import FactoryCore
import TestSupport
import Testing

@testable import backup

@Suite("The target is the one that is meant")
struct TargetTests {
    @Test("It is marked when it is first used; without its mark, or with another's, nothing is copied and nothing lost")
    func marked() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            #expect(try await library.pass().done == 1)
            let mark = try library.target.read(".photo-factory-vault")
            #expect(
                try await library.texts("SELECT id FROM factory.vault") == [
                    String(decoding: mark.prefix(32), as: UTF8.self)
                ])

            try await library.add("b.jpg")
            // The disk is not mounted: an empty folder is in its place.
            try library.folder.rename("target", to: "unplugged")
            try library.folder.folder("target")
            #expect(try await library.pass().failed == 1)
            #expect(try await library.copies("") == [])
            #expect(try await library.complaints().first?.contains("the mount point without its disk") == true)
            #expect(try await library.texts("SELECT status FROM factory.failure_records") == ["OPEN"])

            _ = try await ProgramRun.run(.system("rmdir"), [library.target.path])
            try await library.retry()
            #expect(try await library.pass().failed == 1)
            #expect(try await library.complaints().first?.contains("the target is not there") == true)

            try library.folder.rename("unplugged", to: "target")
            try library.target.write(Array("\(VaultID.random())\n".utf8), to: ".photo-factory-vault")
            try await library.retry()
            #expect(try await library.pass().failed == 1)
            #expect(try await library.complaints().first?.contains("belongs to another installation") == true)
            #expect(try await library.backedUp() == ["a.jpg"])

            try library.target.write(mark, to: ".photo-factory-vault")
            try await library.retry()
            #expect(try await library.pass().done == 1)
            #expect(try await library.complaints() == [])
        }
    }

    @Test("Without a vault id of its own an installation marks nothing")
    func unnamed() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            try await library.connection.execute("DELETE FROM factory.vault")
            #expect(try await library.pass().failed == 1)
            #expect(try await library.copies("") == [])
        }
    }

    @Test("A remote is as good as a folder: WebDAV")
    func remote() async throws {
        try await withLibrary { library in
            for name in ["a.jpg", "ä #1.jpg", " b.jpg"] { try await library.add(name) }
            let port = 20_000 + Int.random(in: 0..<20_000)
            try library.folder.write(
                Array("[dav]\ntype = webdav\nurl = http://127.0.0.1:\(port)\nvendor = other\n".utf8), to: "rclone.conf")
            let remote = [
                "BACKUP_TARGET": "dav:photos", "BACKUP_RCLONE_CONFIG": library.folder.path(of: "rclone.conf"),
            ]
            #expect(try await library.pass(remote).failed == 3)
            #expect(try await library.complaints().allSatisfy { $0.contains("cannot be reached") })
            try await library.retry()
            try await withRunning(
                .system("rclone"),
                [
                    "serve", "webdav", library.target.path, "--addr", "127.0.0.1:\(port)", "--config", "",
                    "--dir-cache-time", "0",
                ]
            ) { server in
                try await server.waitForLog("erver started", within: .seconds(60))
                let tally = try await library.pass(remote)
                let complaints = try await library.complaints()
                #expect(tally.done == 3, "\(complaints)")
                #expect(
                    try library.target.read("photos/Originals/\(SampleLibrary.day)/ä #1.jpg")
                        == Array("photo ä #1.jpg".utf8))
                #expect(library.target.holds("photos/.photo-factory-vault"))
                let test = try await library.run(["restore-test", "--sample", "5", "--json"], remote)
                #expect(test.standardOutput.hasPrefix(#"{"tested":3,"right":3,"bad":0,"unclear":0"#), "\(test)")
            }
        }
    }

    @Test(
        "A bad value is one sentence that names its key",
        arguments: [
            ("BACKUP_TARGET", ""), ("BACKUP_TARGET", "relative"), ("BACKUP_TARGET", ":s3,secret=x:b"),
            ("BACKUP_TARGET", "/"),
            ("BACKUP_RCLONE", "no-such-program"), ("BACKUP_RCLONE_CONFIG", "no-such-file"),
            ("BACKUP_BANDWIDTH", "fast"),
            ("BACKUP_RESTORE_TEST_HOUR", "24"), ("BACKUP_RESTORE_TEST_SAMPLE", "-1"),
        ])
    func settings(_ key: String, _ value: String) async throws {
        try await withTemporaryFolder { folder in
            let environment = ["FACTORY_ROOT": folder.path, "BACKUP_TARGET": "/mnt/x", "PGHOST": "/none"]
            let run = try await ProgramRun.run(
                .built("backup"), ["run", "--once"], environment: environment.merging([key: value]) { $1 })
            #expect(run.exitCode == 2 && run.standardOutput == "")
            #expect(run.standardError.hasPrefix("backup: \(key) "), "\(run.standardError)")
            #expect(run.standardError.split(separator: "\n").count == 1)
        }
    }

    @Test("A target within Storage is none")
    func within() async throws {
        try await withLibrary { library in
            for place in ["Storage", "Storage/Backup", ""] {
                let run = try await library.run(["run", "--once"], ["BACKUP_TARGET": library.folder.path(of: place)])
                #expect(run.exitCode == 2 && run.standardError.contains("neither in"), "\(run)")
            }
        }
    }
}
