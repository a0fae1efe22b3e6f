import FoundationEssentials
import Testing

@testable import librarian

@Suite("The report of a pass")
struct IngestReportTests {
    private func report(_ duration: Duration) -> IngestReport {
        var tally = PassTally()
        tally.seen = 8
        let outcomes: [FileOutcome] = [
            .filed(10), .filed(20), .duplicate, .healed(5), .ignored(""), .vanished, .pending(""), .trouble(""),
        ]
        for outcome in outcomes { tally.add(outcome) }
        return IngestReport(tally: tally, duration: duration, failure: nil)
    }

    @Test("is one JSON object on one line with every count")
    func json() throws {
        let expected =
            #"{"seen":8,"filed":2,"duplicates":1,"healed":1,"quarantined":0,"ignored":1,"vanished":1,"pending":2,"#
            + #""bytes":35,"seconds":1.235}"#
        #expect(report(.microseconds(1_234_567)).json == expected)
    }

    @Test(
        "is JSON for every duration",
        arguments: [Duration.zero, .microseconds(1), .milliseconds(1), .seconds(1_000_000)])
    func durations(duration: Duration) throws {
        struct Seconds: Decodable { let seconds: Double }
        let read = try JSONDecoder().decode(Seconds.self, from: Data(report(duration).json.utf8))
        #expect(abs(read.seconds - duration / .seconds(1)) <= 0.0005)
    }

    @Test("is a sentence for a person")
    func sentence() {
        #expect(
            report(.seconds(2)).sentence == """
                8 seen: 2 filed, 1 duplicates, 1 healed, 0 quarantined, 1 ignored, 1 vanished, 2 pending; \
                35 bytes in 2.0 s
                """)
    }

    @Test("asks for a look when files are in trouble or the pass did not come to its end")
    func look() {
        #expect(report(.zero).needsLook)
        #expect(IngestReport(tally: PassTally(), duration: .zero, failure: "Storage is full").needsLook)
        #expect(!IngestReport(tally: PassTally(), duration: .zero, failure: nil).needsLook)
    }
}
