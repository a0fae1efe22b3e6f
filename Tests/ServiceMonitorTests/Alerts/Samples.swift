import FactoryCore

@testable import service_monitor

/// 2026-11-28 05:12:00 UTC, at which the tests begin.
let start = Timestamp(seconds: 1_795_842_720)

/// So many seconds after that.
func moment(_ second: Int) -> Timestamp {
    start.adding(seconds: second)
}

/// A service that reports each minute and said something `second` seconds after the start.
func report(
    _ name: String = "librarian", status: ServiceStatus = .ok, at second: Int = 0, task: String? = "Filing"
) -> ReportedService {
    ReportedService(
        heartbeat: Heartbeat(service: name, status: status, task: task, time: moment(second)),
        interval: .seconds(60))
}

/// A red alert about a service.
func redAlert(_ name: String = "librarian", task: String? = "Filing") -> Alert {
    Alert(report: report(name, task: task), change: .silent, redSince: moment(181))
}
