import FactoryCore

/// A light that turned, of which somebody is to be told.
struct Alert: Sendable, Hashable {
    /// What the service said last.
    let report: ReportedService
    let change: Change
    /// Since when it is red, or was.
    let redSince: Timestamp

    enum Change: Sendable, Hashable {
        /// Nothing was heard of it.
        case silent
        /// It says itself that something failed.
        case failing
        /// It is green again, and since when.
        case recovered(Timestamp)
    }

    /// What the tables know of it once it was told.
    func announcement(at time: Timestamp) -> Announcement {
        Announcement(service: report.name, light: light, redSince: redSince, time: time)
    }

    /// Red, or green again.
    var light: ServiceLight {
        if case .recovered = change { .green } else { .red }
    }
}
