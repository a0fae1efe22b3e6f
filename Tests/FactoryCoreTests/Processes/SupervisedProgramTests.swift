import TestSupport
import Testing

@testable import FactoryCore

@Suite("A program that is run to its end")
struct SupervisedProgramTests {
    private let shell = SupervisedProgram(file: "/bin/sh", environment: ["PATH=/usr/bin:/bin", "WORD=given"])
    private let limits = SupervisedProgram.Limits(duration: .seconds(60), output: 1 << 20)

    @Test("What it wrote, and how it ended")
    func output() throws {
        let run = try shell.run(["-c", "echo $WORD; echo wrong >&2; exit 7"], within: limits, unless: StopSignal())
        #expect(run.exitCode == 7 && run.output == Array("given\n".utf8) && run.errors == "wrong\n")
        let killed = try shell.run(["-c", "kill -KILL $$"], within: limits, unless: StopSignal())
        #expect(killed.exitCode == 128 + 9)
        let much = try shell.run(["-c", "head -c 1000000 /dev/zero"], within: limits, unless: StopSignal())
        #expect(much.output.count == 1_000_000)
    }

    @Test("Its input is empty, and arguments are words, whatever they hold")
    func arguments() throws {
        let run = try shell.run(
            ["-c", "cat; printf '%s|' \"$@\"", "sh", "a b", "$HOME", "'\n\""], within: limits, unless: StopSignal())
        #expect(run.output == Array("a b|$HOME|'\n\"|".utf8))
    }

    @Test("It is ended when it takes too long, says too much, or is stopped; and what it started goes with it")
    func ended() async throws {
        let stop = StopSignal()
        #expect(throws: SupervisedProgramError.late) {
            try shell.run(["-c", "sleep 1000"], within: .init(duration: .milliseconds(300)), unless: stop)
        }
        #expect(throws: SupervisedProgramError.tooMuch) {
            try shell.run(["-c", "cat /dev/zero"], within: limits, unless: stop)
        }
        stop.set()
        try await withTemporaryFolder { folder in
            let left = folder.path(of: "left")
            #expect(throws: SupervisedProgramError.stopped) {
                try shell.run(["-c", "(trap '' TERM; sleep 2; touch \(left)) & wait"], within: limits, unless: stop)
            }
            try await Task.sleep(for: .seconds(3))
            #expect(!folder.holds("left"))
        }
    }

    @Test("What it leaves running is killed when it ends")
    func leftover() async throws {
        try await withTemporaryFolder { folder in
            let left = folder.path(of: "left")
            let run = try shell.run(
                ["-c", "(sleep 2; touch \(left)) >/dev/null 2>&1 & exit 0"], within: limits, unless: StopSignal())
            #expect(run.exitCode == 0)
            try await Task.sleep(for: .seconds(3))
            #expect(!folder.holds("left"))
        }
    }

    @Test("A program that is not there is told by its code")
    func absent() throws {
        let none = SupervisedProgram(file: "/no/such/program", environment: [])
        #expect(try none.run([], within: limits, unless: StopSignal()).exitCode == 127)
    }
}
