import FactoryCore
import Testing

@testable import backup

@Suite("How rclone is called, and what it answers")
struct RcloneTests {
    private func run(_ errors: String, code: Int32 = 1) -> ProgramOutput {
        ProgramOutput(exitCode: code, output: [], errors: errors)
    }

    @Test("Nobody's configuration is read, nothing is asked, and a place that begins with a hyphen is no option")
    func words() {
        let words = RcloneCommand.copy(list: "/l", from: "/s", to: "-t:x").words(
            RcloneSettings(bandwidth: "08:00,1M 23:00,off", width: 3))
        #expect(words.first == "copy" && words.suffix(3) == ["--", "/s", "-t:x"])
        for pair in [
            ["--config", ""], ["--bwlimit", "08:00,1M 23:00,off"], ["--transfers", "3"], ["--files-from-raw", "/l"],
        ] {
            #expect(words.firstIndex(of: pair[0]).map { words[$0 + 1] } == pair[1], "\(pair)")
        }
        #expect(words.contains("--ignore-existing") && words.contains("--ask-password=false"))
        let configured = RcloneCommand.show("a:b").words(RcloneSettings(configuration: "/c"))
        #expect(configured.firstIndex(of: "--config").map { configured[$0 + 1] } == "/c")
        #expect(!configured.contains("--bwlimit"))
    }

    @Test("The reason is its last word, without time and kind")
    func reasons() {
        let log = """
            2026/11/29 01:20:00 ERROR : a: b.jpg: Failed to copy: no space left on device
            2026/11/29 01:20:01 ERROR : Attempt 1/1 failed with 1 errors
            2026/11/29 01:20:01 Failed to copy: no space left on device

            """
        #expect(RcloneErrors.reason(run(log)) == "Failed to copy: no space left on device")
        #expect(RcloneErrors.reason(run(log), about: "a: b.jpg") == "a: b.jpg: Failed to copy: no space left on device")
        #expect(RcloneErrors.reason(run(log), about: "b.jpg") == nil)
        #expect(RcloneErrors.reason(run("", code: 9)).contains("code 9"))
        #expect(RcloneErrors.saysMissing(run("", code: 3)) && !RcloneErrors.saysMissing(run("", code: 1)))
    }
}
