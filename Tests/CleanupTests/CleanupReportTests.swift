import FactoryCore
import Testing

@testable import cleanup

@Suite("The report of a cleanup")
struct CleanupReportTests {
    @Test("one object on one line")
    func json() {
        #expect(
            Self.report(.done).json
                == #"{"deleted":7,"kept":12,"cutoff":"2026-09-29T00:00:00Z","audit_deleted":0,"seconds":1.25}"#)
        #expect(Self.report(.previewed).json == Self.report(.done).json)
        #expect(
            Self.report(.running).json
                == #"{"deleted":7,"kept":12,"cutoff":"2026-09-29T00:00:00Z","audit_deleted":0,"seconds":1.25,"running":true}"#
        )
    }

    @Test("one sentence for a person")
    func sentence() {
        #expect(
            Self.report(.done).sentence
                == "7 heartbeats from before 2026-09-29 00:00:00 UTC removed, 12 kept (1.25 s)")
        #expect(Self.report(.running).sentence.hasPrefix("another cleanup is running already"))
    }

    @Test("what only counted does not say that anything was removed")
    func preview() {
        #expect(
            Self.report(.previewed).result
                == "7 heartbeats from before 2026-09-29 00:00:00 UTC would be removed, 12 kept")
        #expect(Self.report(.previewStopped).result.hasSuffix("found so far, which would be removed"))
    }

    @Test("the audit log is only told of when something of it went")
    func audit() {
        var report = Self.report(.done)
        #expect(!report.sentence.contains("audit"))
        report.audit = 3
        #expect(report.result.hasSuffix("12 kept; 3 old entries of the audit log removed"))
        #expect(report.json.contains(#""audit_deleted":3"#))
    }

    @Test("only a run that was stopped needs a look")
    func look() {
        #expect(Self.report(.stopped).needsLook && Self.report(.previewStopped).needsLook)
        for outcome in [CleanupReport.Outcome.done, .previewed, .running] {
            #expect(!Self.report(outcome).needsLook)
        }
    }

    private static func report(_ outcome: CleanupReport.Outcome) -> CleanupReport {
        CleanupReport(
            outcome: outcome, deleted: 7, kept: 12, cutoff: Retention(days: 60).cutoff(now: FixedClock.sample.now),
            duration: .milliseconds(1250))
    }
}
