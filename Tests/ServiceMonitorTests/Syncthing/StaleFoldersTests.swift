import FactoryCore
import Testing

@testable import service_monitor

@Suite("Folders that wait for items")
struct StaleFoldersTests {
    private let start = Timestamp(seconds: 1_700_000_000)

    private let all: Set<String> = ["a", "b", "c"]

    @Test("have waited for too long when a day has passed and nothing has come")
    func patience() {
        var folders = StaleFolders()
        #expect(folders.note(["a": 3], of: all, now: start) == [])
        #expect(folders.note(["a": 3], of: all, now: start.adding(seconds: 86_400)) == [])
        #expect(folders.note(["a": 4], of: all, now: start.adding(seconds: 86_401)) == ["a"], "more waits, none came")
    }

    @Test("begin anew when something has come")
    func movement() {
        var folders = StaleFolders()
        for (step, count) in [3, 2, 1, 1].enumerated() {
            #expect(folders.note(["a": count], of: all, now: start.adding(seconds: step * 80_000)) == [])
        }
        #expect(folders.note(["a": 1], of: all, now: start.adding(seconds: 4 * 80_000)) == ["a"])
    }

    @Test(
        "are forgotten when nothing is missing or they are gone, not when they cannot be asked; each counts by itself")
    func forgotten() {
        var folders = StaleFolders()
        _ = folders.note(["a": 1, "b": 1, "c": 1], of: all, now: start)
        _ = folders.note(["a": 0], of: ["a", "b"], now: start.adding(seconds: 40_000))
        #expect(folders.note(["a": 1, "b": 1, "c": 1], of: all, now: start.adding(seconds: 90_000)) == ["b"])
    }
}
