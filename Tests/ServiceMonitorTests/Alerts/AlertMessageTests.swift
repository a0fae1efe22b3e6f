import FactoryCore
import Testing

@testable import service_monitor

@Suite("An alert says in words what happened")
struct AlertMessageTests {
    @Test("A service that is silent")
    func silent() {
        let message = AlertMessage(redAlert())
        #expect(message.title == "Photo Factory: librarian is red")
        #expect(message.text == "No heartbeat since 2026-11-28 05:12 UTC (interval 60 s). It last said: Filing")
        #expect(
            AlertMessage(redAlert(task: nil)).text == "No heartbeat since 2026-11-28 05:12 UTC (interval 60 s).")
    }

    @Test("A service that fails")
    func failing() {
        let alert = Alert(
            report: report(status: .error, task: "Storage is full"), change: .failing, redSince: moment(60))
        #expect(AlertMessage(alert).title == "Photo Factory: librarian is red")
        #expect(
            AlertMessage(alert).text == "It has reported an error since 2026-11-28 05:13 UTC. It says: Storage is full")
    }

    @Test("A service that is green again")
    func recovered() {
        let alert = Alert(report: report(at: 800), change: .recovered(moment(901)), redSince: moment(181))
        #expect(AlertMessage(alert).title == "Photo Factory: librarian is green again")
        #expect(
            AlertMessage(alert).text == "It was red for 12 minutes, since 2026-11-28 05:15 UTC. It now says: Filing")
    }

    @Test("What a service says is cut to what a server takes")
    func long() {
        let message = AlertMessage(redAlert(task: String(repeating: "e\u{301}", count: 100_000)))
        #expect(message.text.utf8.count < 3000)
    }

    @Test(
        "A span is told by its two largest units",
        arguments: [
            (-5, "less than a second"), (0, "less than a second"), (1, "1 second"), (59, "59 seconds"),
            (60, "1 minute"), (150, "2 minutes"), (3600, "1 hour"), (3605, "1 hour"), (3660, "1 hour 1 minute"),
            (86_399, "23 hours 59 minutes"), (86_400, "1 day"), (86_460, "1 day"), (100_000, "1 day 3 hours"),
            (8_640_000, "100 days"),
        ])
    func spans(seconds: Int, text: String) {
        #expect(SpokenDuration.text(.seconds(seconds)) == text)
    }
}
