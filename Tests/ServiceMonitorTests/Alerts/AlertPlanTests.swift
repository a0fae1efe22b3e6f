import FactoryCore
import Testing

@testable import service_monitor

@Suite("Which alerts are due")
struct AlertPlanTests {
    private var plan = AlertPlan(pause: .seconds(900))

    @Test("A service that falls silent is red once it was seen so for a minute, and told of once")
    mutating func silent() {
        #expect(look(at: 180, report()) == [])
        #expect(look(at: 181, report()) == [])
        #expect(look(at: 240, report()) == [])
        let alerts = look(at: 241, report())
        #expect(alerts == [Alert(report: report(), change: .silent, redSince: moment(181))])
        tell(at: 241)
        #expect(look(at: 256, report()) == [])
        #expect(look(at: 100_000, report()) == [])
    }

    @Test("One that reports an error is red after a minute as well")
    mutating func failing() {
        #expect(look(at: 0, report(status: .error)) == [])
        #expect(look(at: 59, report(status: .error)) == [])
        #expect(look(at: 60, report(status: .error, at: 60)).map(\.change) == [.failing])
    }

    @Test("One that died after it reported an error is silent")
    mutating func failingAndSilent() {
        _ = look(at: 181, report(status: .error))
        #expect(look(at: 241, report(status: .error)).map(\.change) == [.silent])
    }

    @Test("Nothing is told at the start of a machine, where all are late for a moment")
    mutating func starting() {
        #expect(look(at: 100_000, report("a"), report("b")) == [])
        #expect(look(at: 100_059, report("a"), report("b")) == [])
        #expect(look(at: 100_060, report("a", at: 100_055), report("b", at: 100_055)) == [])
        #expect(look(at: 100_075, report("a", at: 100_055), report("b", at: 100_055)) == [])
    }

    @Test("One look is not enough, however late it comes")
    mutating func oneLook() {
        #expect(look(at: 100_000, report()) == [])
        #expect(look(at: 200_000, report()).count == 1)
    }

    @Test("Yellow is told to nobody, and does not end a red that was told of")
    mutating func yellow() {
        #expect(look(at: 0, report(status: .warning)) == [])
        #expect(look(at: 100, report(status: .warning, at: 100)) == [])
        turnRed()
        #expect(look(at: 5000, report(status: .warning, at: 5000)) == [])
        #expect(look(at: 5015, report(at: 5015)).map(\.light) == [.green])
    }

    @Test("Green again is told at once, with how long it was red")
    mutating func recovered() {
        turnRed()
        let alerts = look(at: 1300, report(at: 1300))
        #expect(
            alerts == [
                Alert(
                    report: report(at: 1300), change: .recovered(moment(1300)),
                    redSince: moment(181))
            ])
        tell(at: 1300)
        #expect(look(at: 1315, report(at: 1300)) == [])
    }

    @Test("About one service there is an alert every quarter of an hour at most; what flapped is summed up then")
    mutating func flapping() {
        turnRed()
        for second in stride(from: 260, to: 1140, by: 20) {
            #expect(
                look(at: second, second.isMultiple(of: 40) ? report(at: second) : report(status: .error, at: second))
                    == [])
        }
        #expect(look(at: 1140, report(status: .error, at: 1140)) == [], "it is as it was told")
        #expect(look(at: 1160, report(at: 1160)).map(\.light) == [.green])
        tell(at: 1160)
        for second in stride(from: 1180, to: 2060, by: 20) {
            #expect(look(at: second, report(status: .error, at: second)) == [])
        }
        #expect(look(at: 2060, report(status: .error, at: 2060)).map(\.light) == [.red])
    }

    @Test("What was not delivered is due until it is overtaken")
    mutating func overtaken() {
        _ = look(at: 181, report())
        #expect(look(at: 300, report()).count == 1)
        #expect(look(at: 4000, report()).count == 1)
        #expect(look(at: 4015, report(at: 4010)) == [])
        #expect(plan.isSettled(now: moment(4015)))
    }

    @Test("While nothing is known of a service nothing is told of it, and its minute begins anew")
    mutating func unknown() {
        _ = look(at: 181, report())
        #expect(look(at: 241) == [])
        #expect(look(at: 256, report()) == [])
        #expect(look(at: 315, report()) == [])
        #expect(look(at: 316, report()).count == 1)
    }

    @Test("A restart remembers what was told, and what it told itself meanwhile is later")
    mutating func recall() {
        plan.recall([announcement(.red, at: 250)])
        #expect(look(at: 1500, report()) == [])
        #expect(look(at: 1600, report()) == [])
        #expect(look(at: 1615, report(at: 1610)).map(\.redSince) == [moment(181)])
        tell(at: 1615)
        plan.recall([announcement(.red, at: 250)])
        #expect(look(at: 9000, report(at: 9000)) == [])
        #expect(plan.owed.map(\.light) == [.green])
    }

    @Test("What was told is owed to the tables until it is there, and the latest counts")
    mutating func owed() throws {
        turnRed()
        let red = try #require(plan.owed.first)
        #expect(red == announcement(.red, at: 241))
        _ = look(at: 5000, report(at: 5000))
        tell(at: 5000)
        plan.settle(red)
        #expect(plan.owed.map(\.light) == [.green])
        plan.owed.forEach { plan.settle($0) }
        #expect(plan.owed == [])
    }

    @Test("A clock that was set back holds up nothing")
    mutating func clock() {
        plan.recall([announcement(.red, at: 1_000_000)])
        #expect(look(at: 0, report()).map(\.light) == [.green])
        tell(at: 0)
        _ = look(at: 5000, report())
        _ = look(at: 400, report())
        #expect(look(at: 460, report()).map(\.light) == [])
        #expect(look(at: 1000, report()).map(\.light) == [.red])
    }

    @Test("An alert that is not taken waits, and holds up no other")
    mutating func setBack() throws {
        _ = look(at: 181, report("a"), report("b"))
        let both = look(at: 241, report("a"), report("b"))
        #expect(both.map(\.report.name) == ["a", "b"])
        plan.setBack(both[0], for: .seconds(3600), now: moment(241))
        #expect(look(at: 256, report("a"), report("b")).map(\.report.name) == ["b"])
        #expect(!plan.isSettled(now: moment(256)))
        #expect(look(at: 3840, report("a"), report("b")).map(\.report.name) == ["b"])
        #expect(look(at: 3841, report("a"), report("b")).map(\.report.name) == ["b", "a"])
        plan.setBack(both[1], for: .zero, now: moment(3841))
        #expect(look(at: 3842, report("a"), report("b")).map(\.report.name) == ["a", "b"])
    }

    @Test("One that was overtaken is tried at once when it comes again")
    mutating func setBackOvertaken() {
        _ = look(at: 181, report())
        for alert in look(at: 241, report()) { plan.setBack(alert, for: .seconds(3600), now: moment(241)) }
        #expect(look(at: 300, report(at: 300)) == [])
        _ = look(at: 500, report(at: 300))
        #expect(look(at: 560, report(at: 300)).count == 1)
    }

    @Test("A probe counts while the tables are away, and where they know nothing later")
    func known() {
        let health = ServiceHealth(status: .error, task: "no answer")
        let probe = ProbeReport(health: health, time: moment(30), interval: .seconds(300))
        let probed = probe.service("factory-db")
        #expect(AlertRules.known(tables: nil, probes: ["factory-db": probe], now: moment(90)) == [probed])
        let old = [report("factory-db", at: 0), report("librarian")]
        #expect(
            AlertRules.known(tables: old, probes: ["factory-db": probe], now: moment(90)) == [
                probed, report("librarian"),
            ])
        let later = [report("factory-db", at: 60)]
        #expect(AlertRules.known(tables: later, probes: ["factory-db": probe], now: moment(90)) == later)
        #expect(AlertRules.known(tables: later, probes: ["factory-db": probe], now: moment(50)) == [probed])
    }

    private mutating func look(at second: Int, _ reports: ReportedService...) -> [Alert] {
        plan.look(reports, now: moment(second))
        return plan.due(now: moment(second))
    }

    private mutating func tell(at second: Int) {
        for alert in plan.due(now: moment(second)) { plan.note(alert, now: moment(second)) }
    }

    /// Red since second 181, told at 241.
    private mutating func turnRed() {
        _ = look(at: 181, report())
        _ = look(at: 241, report())
        tell(at: 241)
    }

    private func announcement(_ light: ServiceLight, at second: Int) -> Announcement {
        Announcement(
            service: "librarian", light: light, redSince: moment(181), time: moment(second))
    }
}
