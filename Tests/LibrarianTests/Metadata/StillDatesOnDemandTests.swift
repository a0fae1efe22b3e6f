import FactoryCore
import Testing

@testable import librarian

struct StillDatesOnDemandTests {
    private static let rules = CaptureTimeRules(
        now: Timestamp(sqlText: "2026-11-21 00:00:00") ?? .distantPast, clock: CaptureClock(zone: .fixed(.utc)),
        satelliteTimes: [])

    private static func candidate(_ text: String, _ source: CaptureSource = .exifOriginal) -> DateCandidate {
        DateCandidate(source: source, text: text, meaning: .local)
    }

    @Test("Others are put together only where none of the first is believed; what was refused is told in order")
    func othersAreAskedLast() {
        var asked = 0
        func capture(_ first: String) -> CaptureTime {
            Self.rules.captureTime(
                of: [Self.candidate(first)],
                else: {
                    asked += 1
                    return [Self.candidate("0000:00:00", .exifDigitized), Self.candidate("2020:02:02", .exifModified)]
                }, modified: Timestamp(seconds: 0))
        }
        #expect(capture("2001:01:01 01:01:01").source == .exifOriginal && asked == 0)
        let late = capture("never")
        #expect(late.source == .exifModified && asked == 1)
        #expect(late.rejected.map(\.source) == [.exifOriginal, .exifDigitized])
    }
}
