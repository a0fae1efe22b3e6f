import FactoryCore
import TestSupport
import Testing

@testable import thumbnailer

@Suite("Stopped in the middle")
struct InterruptionTests {
    /// Writes half of a thumbnail, says so, and never ends.
    private static let half = "printf RIFF > \"$5/256.webp\"; sleep 1000"
    private static let settings = ["HEARTBEAT_SECONDS": "1", "WORKER_LEASE_SECONDS": "3"]

    private func isHalfMade(_ library: SampleLibrary) async throws -> Bool {
        try await library.makings().contains { $0.hasSuffix("/256.webp") }
    }

    private func isBusy(_ library: SampleLibrary) async throws -> Bool {
        let path = library.folder.path(of: "maker")
        let run = try await ProgramRun.run(
            .system("sh"), ["-c", "grep -las -- \"$0\" /proc/[0-9]*/cmdline", "[\(path.prefix(1))]\(path.dropFirst())"])
        return run.exitCode == 0
    }

    @Test("by force: what decodes goes with it, nothing half made is found, and the next one makes it and cleans up")
    func killed() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            let environment = library.environment.merging(try library.maker(Self.half)) { $1 }.merging(Self.settings) {
                $1
            }
            try await withRunning(.built("thumbnailer"), ["run"], environment: environment) { program in
                try await eventually("half of it is there") { try await isHalfMade(library) }
                await program.kill()
            }
            try await eventually("what decoded is gone as well") { try await !isBusy(library) }
            #expect(try await library.done() == [])
            #expect(try await library.files().allSatisfy { $0.hasPrefix(".making/") })
            try await eventually("the next one makes it") { try await library.pass(replica: "two").done == 1 }
            #expect(try await library.files().count == 2)
        }
    }

    @Test("in order: what decodes is ended, and the asset goes back at once")
    func stopped() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            let environment = library.environment.merging(try library.maker(Self.half)) { $1 }.merging(Self.settings) {
                $1
            }
            try await withRunning(.built("thumbnailer"), ["run"], environment: environment) { program in
                try await eventually("half of it is there") { try await isHalfMade(library) }
                await program.terminate()
                let run = try await program.end(within: .seconds(60))
                #expect(run.exitCode == 0, "\(run)")
            }
            #expect(try await library.texts("SELECT stage FROM factory.claims") == [])
            #expect(try await library.files() == [])
            #expect(try await library.complaints() == [])
            #expect(try await library.pass(replica: "two").done == 1)
        }
    }

    @Test("What another one alive is making is not cleaned up")
    func alive() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            let environment = library.environment.merging(try library.maker(Self.half)) { $1 }
                .merging(["HEARTBEAT_SECONDS": "1", "WORKER_LEASE_SECONDS": "60"]) { $1 }
            try await withRunning(.built("thumbnailer"), ["run"], environment: environment) { _ in
                try await eventually("half of it is there") { try await isHalfMade(library) }
                try await library.add("b.jpg")
                #expect(try await library.pass(replica: "two").done == 1)
                #expect(try await isHalfMade(library))
            }
        }
    }

    @Test("A program that decodes and crashes, lies or says nothing costs its asset alone")
    func lies() async throws {
        try await withLibrary { library in
            for name in ["abort", "crash", "garbage", "lie", "none", "slow"] { try await library.add("\(name).jpg") }
            try await library.add("well.jpg")
            let script = """
                case "$4" in
                *abort.jpg) kill -ABRT $$ ;;
                *crash.jpg) kill -SEGV $$ ;;
                *garbage.jpg) printf garbage > "$5/256.webp"; printf garbage > "$5/1024.webp"; echo '{"width":1,"height":1,"thumbhash":"0011223344"}' ;;
                *lie.jpg) echo '{"width":1,"height":1,"thumbhash":"0011223344"}' ;;
                *none.jpg) exit 3 ;;
                *slow.jpg) kill -XCPU $$ ;;
                *) exec "$REAL" "$@" ;;
                esac
                """
            let tally = try await library.pass(try library.maker(script))
            #expect(tally.done == 1 && tally.failed == 6)
            let told = try await library.complaints()
            let words = [
                "abort.jpg: thumbnailer: its decoder gave up: it is damaged, or needs more than 1024 MB of memory",
                "crash.jpg: thumbnailer: its decoder crashed (signal 11)",
                "garbage.jpg: thumbnailer: the program that decodes wrote something that is no picture",
                "lie.jpg: thumbnailer: thumbnails cannot be kept: cannot read",
                "none.jpg: thumbnailer: the program that decodes ended with code 3 and without a word",
                "slow.jpg: thumbnailer: decoding it takes more than 60 seconds",
            ]
            #expect(told.count == words.count)
            for (line, beginning) in zip(told, words) { #expect(line.hasPrefix(beginning), "\(line)") }
            #expect(try await library.files().count == 2)
        }
    }
}
