import ArgumentParser
import FactoryCore
import Testing

@Suite("An exit status")
struct ExitStatusTests {
    @Test(
        "is the code that scripts rely on",
        arguments: [(FactoryCore.ExitStatus.done, Int32(0)), (.needsLook, 1), (.couldNotRun, 2), (.wrongUsage, 64)])
    func codes(status: FactoryCore.ExitStatus, code: Int32) {
        #expect(status.rawValue == code)
        #expect(status.exit.rawValue == code)
    }

    @Test("of a program is what its work returns, and 2 when that fails")
    func program() async {
        await #expect(throws: FactoryCore.ExitStatus.needsLook.exit) {
            try await Program.run("test") { _ in .needsLook }
        }
        await #expect(throws: FactoryCore.ExitStatus.couldNotRun.exit) {
            try await Program.run("a test of failing") { _ in throw StartupError("nothing is wrong") }
        }
    }
}
