import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The memory of waiting files")
struct StabilityTrackerTests {
    private let start = ContinuousClock.now
    private let quiet: Duration = .seconds(10)

    private func tracker(capacity: Int = 100) -> StabilityTracker {
        StabilityTracker(rules: StabilityRules(quiet: quiet), waitingCapacity: capacity, ignoredCapacity: capacity)
    }

    private func path(_ name: String = "a.jpg") throws -> RelativePath { try #require(RelativePath(name)) }

    /// The stamps of a file before and after a change.
    private func stamps() async throws -> (before: FileStamp, after: FileStamp) {
        try await withTemporaryFolder { files in
            let folder = try Folder.open(files.path)
            try files.write([1], to: "a")
            let before = try #require(try folder.stamp("a".bytes))
            try files.write([1, 2], to: "a")
            return (before, try #require(try folder.stamp("a".bytes)))
        }
    }

    @Test("lets a file pass at once whose times prove that it is quiet, and remembers nothing of it")
    func ready() async throws {
        var (tracker, stamp) = (tracker(), try await stamps().before)
        let now = stamp.changed.adding(quiet)
        #expect(tracker.judge(try path(), stamp, now: now, moment: start) == .ready)
        #expect(tracker.waitingCount == 0 && tracker.nextDue == nil)
    }

    @Test("makes a file wait that changed lately, from its first sight on and not from its last")
    func waiting() async throws {
        var (tracker, stamp) = (tracker(), try await stamps().before)
        let now = stamp.changed
        #expect(tracker.judge(try path(), stamp, now: now, moment: start) == .waiting)
        #expect(tracker.nextDue == start + quiet)
        #expect(tracker.judge(try path(), stamp, now: now.adding(.seconds(9)), moment: start + .seconds(9)) == .waiting)
        #expect(tracker.nextDue == start + quiet)
        #expect(tracker.due(at: start + .seconds(9)) == [])
        #expect(tracker.due(at: start + quiet) == [try path()])
        #expect(tracker.judge(try path(), stamp, now: now.adding(quiet), moment: start + quiet) == .ready)
    }

    @Test("makes it wait anew when it changes, and still knows since when it waits")
    func changing() async throws {
        var (tracker, (before, after)) = (tracker(), try await stamps())
        let now = before.changed
        _ = tracker.judge(try path(), before, now: now, moment: start)
        let later = start + .seconds(9)
        #expect(tracker.judge(try path(), after, now: after.changed.adding(.seconds(9)), moment: later) == .waiting)
        #expect(tracker.nextDue == later + quiet)
        #expect(tracker.oldestWaiting == now)
    }

    /// A share's clock may be an hour ahead of ours, or ours may jump: what was not seen to change is quiet.
    @Test("lets a file pass after the quiet time even if its times lie in the future")
    func clockSkew() async throws {
        var (tracker, stamp) = (tracker(), try await stamps().before)
        let past = stamp.changed.adding(.seconds(-3600))
        #expect(tracker.judge(try path(), stamp, now: past, moment: start) == .waiting)
        #expect(tracker.judge(try path(), stamp, now: past, moment: start + .seconds(9)) == .waiting)
        #expect(tracker.judge(try path(), stamp, now: past, moment: start + quiet) == .ready)
    }

    @Test("holds a postponed file back although its times prove that it is quiet, unless it changes")
    func postponed() async throws {
        var (tracker, (before, after)) = (tracker(), try await stamps())
        let now = after.changed.adding(.seconds(100))
        tracker.postpone(try path(), before, by: .seconds(3600), now: now, moment: start)
        #expect(tracker.judge(try path(), before, now: now, moment: start + .seconds(3599)) == .waiting)
        #expect(tracker.judge(try path(), before, now: now, moment: start + .seconds(3600)) == .ready)
        #expect(tracker.judge(try path(), after, now: now, moment: start + .seconds(1)) == .ready)
        #expect(tracker.oldestWaiting == now)
    }

    @Test("ignores a file for as long as it does not change, and does not count it as waiting")
    func ignored() async throws {
        var (tracker, (before, after)) = (tracker(), try await stamps())
        let now = after.changed.adding(.seconds(100))
        tracker.ignore(try path(), before, now: now)
        #expect(tracker.judge(try path(), before, now: now, moment: start + .seconds(86_400)) == .ignored)
        #expect(tracker.waitingCount == 0 && tracker.nextDue == nil && tracker.oldestWaiting == nil)
        #expect(tracker.due(at: start + .seconds(86_400)) == [])
        #expect(tracker.judge(try path(), after, now: now, moment: start) == .ready)
    }

    @Test("only counts files for which it has no room, and says when a look at the whole inbox is due for them")
    func crowd() async throws {
        var (tracker, stamp) = (tracker(capacity: 1), try await stamps().before)
        let early = stamp.changed
        for name in ["a", "b", "c"] { _ = tracker.judge(try path(name), stamp, now: early, moment: start) }
        #expect(tracker.waitingCount == 3 && tracker.oldestWaiting == early)
        #expect(tracker.crowdDue == start + quiet)

        tracker.beginLook()
        #expect(tracker.waitingCount == 1 && tracker.crowdDue == nil)
        let late = early.adding(.seconds(5))
        tracker.forget(try path("a"))
        for name in ["b", "c"] { _ = tracker.judge(try path(name), stamp, now: late, moment: start + .seconds(5)) }
        #expect(tracker.waitingCount == 2 && tracker.oldestWaiting == early, "some of them wait since the first look")
        tracker.beginLook()
        tracker.beginLook()
        #expect(tracker.waitingCount == 1 && tracker.oldestWaiting == late)
    }

    @Test("has room of their own for files that are no photos")
    func ignoredBesideWaiting() async throws {
        var (tracker, stamp) = (tracker(capacity: 1), try await stamps().before)
        let now = stamp.changed
        tracker.ignore(try path("a"), stamp, now: now)
        tracker.ignore(try path("b"), stamp, now: now)
        #expect(tracker.judge(try path("a"), stamp, now: now, moment: start) == .ignored)
        #expect(tracker.judge(try path("b"), stamp, now: now, moment: start) == .waiting)
        #expect(tracker.waitingCount == 1)
        tracker.postpone(try path("a"), stamp, by: quiet, now: now, moment: start)
        tracker.ignore(try path("c"), stamp, now: now)
        #expect(tracker.judge(try path("c"), stamp, now: now, moment: start) == .ignored)
    }

    @Test("goes on with those that it knows when it has no room for more")
    func capacity() async throws {
        var (tracker, stamp) = (tracker(capacity: 2), try await stamps().before)
        for name in ["a", "b", "c"] {
            #expect(tracker.judge(try path(name), stamp, now: stamp.changed, moment: start) == .waiting)
        }
        tracker.postpone(try path("a"), stamp, by: .seconds(99), now: stamp.changed, moment: start)
        #expect(tracker.due(at: start + quiet) == [try path("b")])
        tracker.forget(try path("b"))
        _ = tracker.judge(try path("c"), stamp, now: stamp.changed, moment: start)
        #expect(tracker.due(at: start + quiet) == [try path("c")])
    }

    @Test("forgets a file that has gone")
    func forgets() async throws {
        var (tracker, stamp) = (tracker(), try await stamps().before)
        _ = tracker.judge(try path(), stamp, now: stamp.changed, moment: start)
        tracker.forget(try path())
        #expect(tracker.waitingCount == 0 && tracker.nextDue == nil && tracker.oldestWaiting == nil)
    }
}
