import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("ExifTool's process")
struct ExifToolTests {
    private let date = "2020:01:02 03:04:05"
    private let dv = CaptureSource.dvOriginal

    /// What is said about a file that is open while this asks.
    private func ask(_ exifTool: ExifTool, about name: String = "/dev/null") throws -> EmbeddedMetadata? {
        let descriptor = open(name, O_RDONLY | O_CLOEXEC)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        return exifTool.metadata(ofFileOpenAs: descriptor, kind: .video)
    }

    @Test("is started for the first question, answers all of them, and goes with its owner")
    func answers() async throws {
        try await withTemporaryFolder { folder in
            let standIn = try StandIn("answer $n '\(date)'", in: folder)
            try folder.write([1], to: "a name\nin two lines -execute")
            do {
                let exifTool = standIn.exifTool()
                #expect(try standIn.starts() == 0)
                for _ in 0..<20 {
                    let found = try ask(exifTool, about: folder.path(of: "a name\nin two lines -execute"))
                    #expect(found?.movie.texts == [dv: date])
                }
                #expect(try standIn.starts() == 1 && standIn.log == [])
                #expect(try standIn.asked().first == folder.path(of: "a name"))
                withExtendedLifetime(exifTool) {}
            }
            try await standIn.expectGone()
        }
    }

    @Test("is started again after it was ended")
    func ended() async throws {
        try await withTemporaryFolder { folder in
            let standIn = try StandIn("answer $n '\(date)'", in: folder)
            let exifTool = standIn.exifTool()
            for _ in 0..<2 {
                #expect(try ask(exifTool)?.movie.texts == [dv: date])
                exifTool.end()
                try await standIn.expectGone()
            }
            #expect(try standIn.starts() == 2)
        }
    }

    @Test(
        "is ended when it fails, and let rest after three failures in a row",
        arguments: [
            ("sleep 1000", "did not answer in time"), ("exit 3", "ended before"), ("kill -SEGV $$", "ended before"),
            ("echo 'Can not say'; echo \"{ready$n}\"", "makes no sense"),
            ("printf '[{},{}]\\n{ready%s}\\n' $n", "makes no sense"),
            ("head -c 100000000 /dev/zero", "endless length"), ("trap '' TERM INT HUP; sleep 1000", "in time"),
            ("sleep 1000 & wait", "in time"), ("answer $((n + 1)) now", "in time"),
        ])
    func failures(answer: String, sentence: String) async throws {
        try await withTemporaryFolder { folder in
            let standIn = try StandIn(answer, in: folder)
            let isWaitedFor = sentence.hasSuffix("in time")
            let exifTool = standIn.exifTool(answerWithin: isWaitedFor ? .milliseconds(200) : .seconds(30))
            for _ in 0..<5 { #expect(try ask(exifTool) == nil) }
            #expect(try standIn.starts() == 3)
            #expect(standIn.log.count == 3 && standIn.log.allSatisfy { $0.contains(sentence) }, "\(standIn.log)")
            #expect(standIn.log.last?.hasSuffix("left alone for a minute") == true)
            try await standIn.expectGone()
        }
    }

    @Test("never answers a question with what it had to say about an earlier one")
    func lateAnswers() async throws {
        try await withTemporaryFolder { folder in
            let standIn = try StandIn(
                "if [ $n = 2 ] && [ ! -e '\(folder.path)/late' ]; then touch '\(folder.path)/late'; sleep 4; "
                    + "answer 2 '1999:01:01 00:00:00'; else answer $n '\(date)'; fi",
                in: folder)
            let exifTool = standIn.exifTool(answerWithin: .seconds(3))
            #expect(try ask(exifTool)?.movie.texts == [dv: date])
            #expect(try ask(exifTool) == nil)
            try await Task.sleep(for: .seconds(2))
            for _ in 0..<3 { #expect(try ask(exifTool)?.movie.texts == [dv: date]) }
            #expect(try standIn.starts() == 2 && standIn.log.count == 1)
        }
    }

    @Test("is not waited for by a librarian that stops")
    func stopping() async throws {
        try await withTemporaryFolder { folder in
            let (standIn, stop) = (try StandIn("sleep 1000", in: folder), StopSignal())
            let exifTool = standIn.exifTool(answerWithin: .seconds(20), stop: stop)
            stop.set()
            let start = ContinuousClock.now
            #expect(try ask(exifTool) == nil)
            #expect(ContinuousClock.now - start < .seconds(15) && standIn.log == [])
            try await standIn.expectGone()
        }
    }

    @Test("inherits neither files nor the caller's environment")
    func inheritance() async throws {
        try await withTemporaryFolder { folder in
            try folder.write([1], to: "secret")
            let standIn = try StandIn(
                "ls -l /proc/$$/fd /proc/$PPID/fd >'\(folder.path)/open'; env >'\(folder.path)/env'; pwd "
                    + ">'\(folder.path)/pwd'; answer $n now",
                in: folder)
            _ = try ask(standIn.exifTool(), about: folder.path(of: "secret"))
            let open = String(decoding: try folder.read("open"), as: UTF8.self)
            // The shell keeps its script open.
            #expect(!open.contains("secret") && open.contains("/exiftool"), "\(open)")
            let names = String(decoding: try folder.read("env"), as: UTF8.self).split(separator: "\n")
                .compactMap { $0.split(separator: "=").first }
            #expect(Set(names).isSubset(of: ["PATH", "TZ", "LC_ALL", "PWD", "OLDPWD", "_", "SHLVL"]), "\(names)")
            #expect(String(decoding: try folder.read("pwd"), as: UTF8.self) == "/\n")
        }
    }

    @Test("is missed once, in one sentence")
    func absence() throws {
        let told = ToldSentences()
        let exifTool = ExifTool(program: "no-such-program", stop: StopSignal()) { told.add($0) }
        for _ in 0..<3 { #expect(try ask(exifTool) == nil) }
        #expect(told.all.count == 1 && told.all.first?.hasPrefix("ExifTool is not installed: ") == true)
        let off = ExifTool(program: nil, stop: StopSignal()) { told.add($0) }
        #expect(try ask(off) == nil && told.all.count == 1)
    }

    @Test("rests for a minute and gets another try then")
    func patience() {
        var patience = ExifToolPatience()
        let now = ContinuousClock.now
        #expect(patience.allows(at: now))
        #expect(!patience.fail(at: now) && !patience.fail(at: now))
        patience.succeed()
        #expect(!patience.fail(at: now) && !patience.fail(at: now) && patience.allows(at: now))
        #expect(patience.fail(at: now) && !patience.allows(at: now + .seconds(59)))
        #expect(patience.allows(at: now + .seconds(60)))
        #expect(patience.fail(at: now + .seconds(60)) && !patience.allows(at: now + .seconds(61)))
    }

    @Test("is looked for in the folders of the search path alone")
    func programs() throws {
        #expect(ProgramFile.find("sh", path: "/no/such:relative::/bin") == "/bin/sh")
        #expect(ProgramFile.find("sh", path: "bin:/etc") == nil && ProgramFile.find("..", path: "/bin/sh") == nil)
        #expect(ProgramFile.find("/bin/sh") == "/bin/sh" && ProgramFile.find("/bin") == nil)
        #expect(ProgramFile.find("/etc/passwd") == nil)
    }
}
