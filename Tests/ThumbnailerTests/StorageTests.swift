import FactoryCore
import TestSupport
import Testing

@testable import thumbnailer

@Suite("A Storage that is not as it must be")
struct StorageTests {
    @Test("that cannot take thumbnails is told, and nothing half made stays")
    func unwritable() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            try library.folder.write([1], to: "Storage/Thumbnails")
            #expect(try await library.pass().failed == 1)
            let told = try await library.complaints()
            #expect(told.first?.hasPrefix("a.jpg: thumbnailer: thumbnails cannot be kept: ") == true, "\(told)")
            try library.folder.remove("Storage/Thumbnails")
            try await library.retry()
            #expect(try await library.pass().done == 1)
            #expect(try await library.complaints() == [])
        }
    }

    @Test(
        "that is full is told; when there is room again all is made",
        .enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func full() async throws {
        try await withLibrary { library in
            try await withSmallFileSystem(kilobytes: 12) { disk in
                let environment = ["STORAGE": disk.folder.path]
                // The originals are elsewhere, but that is no matter of theirs.
                _ = try await ProgramRun.run(
                    .system("ln"),
                    ["-s", library.folder.path(of: "Storage/Originals"), disk.folder.path(of: "Originals")])
                try await library.add("a.jpg", try Self.noise())
                let tally = try await library.pass(environment)
                #expect(tally.failed == 1, "\(tally)")
                let told = try await library.complaints()
                #expect(told.first?.contains("No space left on device") == true, "\(told)")
                try await disk.resize(kilobytes: 4096)
                try await library.retry()
                #expect(try await library.pass(environment).done == 1)
            }
        }
    }

    /// A picture whose thumbnails are large, for what there is in it cannot be told in few words: an uncompressed TIFF.
    private static func noise() throws -> [UInt8] {
        let side = 256
        var seed: UInt32 = 1
        let pixels = (0..<side * side * 3).map { _ -> UInt8 in
            seed = seed &* 1_664_525 &+ 1_013_904_223
            return UInt8(seed >> 24)
        }
        func field(_ tag: UInt16, _ kind: UInt16, _ count: UInt32, _ value: UInt32) -> [UInt8] {
            [tag, kind].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
                + [count, value].flatMap { number in (0..<4).map { UInt8(number >> ($0 * 8) & 0xFF) } }
        }
        let fields = [
            field(256, 3, 1, UInt32(side)), field(257, 3, 1, UInt32(side)), field(258, 3, 1, 8), field(259, 3, 1, 1),
            field(262, 3, 1, 2), field(273, 4, 1, 8), field(277, 3, 1, 3), field(278, 3, 1, UInt32(side)),
            field(279, 4, 1, UInt32(pixels.count)),
        ]
        let offset = UInt32(8 + pixels.count)
        let head: [UInt8] = [0x49, 0x49, 0x2A, 0] + (0..<4).map { UInt8(offset >> ($0 * 8) & 0xFF) }
        return head + pixels + [UInt8(fields.count), 0] + fields.flatMap { $0 } + [0, 0, 0, 0]
    }

    @Test("whose originals are not there: nothing is made in it, and the service says so")
    func unmounted() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            try library.folder.rename("Storage", to: "away")
            try library.folder.folder("Storage")
            let settings = library.environment.merging(["HEARTBEAT_SECONDS": "1"]) { $1 }
            try await withRunning(.built("thumbnailer"), ["run"], environment: settings) { program in
                try await eventually("it says that the originals are not there") {
                    try await library.texts(
                        """
                        SELECT status FROM system_status
                        WHERE service_name = 'thumbnailer' AND current_task LIKE 'the originals are not there%'
                        """) == ["WARNING"]
                }
                await program.terminate()
                #expect(try await program.end(within: .seconds(60)).exitCode == 0)
            }
            #expect(!library.folder.holds("Storage/Thumbnails"))
        }
    }

    @Test("Programs that are not there, and limits that are none, are one sentence and exit code 2")
    func settings() async throws {
        try await withLibrary { library in
            for (key, value) in [
                ("THUMBNAILER_MAKER", "/none"), ("THUMBNAILER_FFMPEG", "no-such-program"),
                ("THUMBNAILER_MEMORY_MB", "1"),
                ("THUMBNAILER_SECONDS", "0"),
            ] {
                let run = try await library.run(["run", "--once"], [key: value])
                #expect(run.exitCode == 2 && run.standardError.hasPrefix("thumbnailer: \(key) is '\(value)'"), "\(run)")
            }
            // Where it is beside the service it needs no word.
            try await library.add("a.jpg")
            let run = try await library.run(["run", "--once", "--json"], ["THUMBNAILER_MAKER": ""])
            #expect(run.exitCode == 0 && run.standardOutput.hasPrefix(#"{"done":1,"failed":0,"#), "\(run)")
        }
    }
}
