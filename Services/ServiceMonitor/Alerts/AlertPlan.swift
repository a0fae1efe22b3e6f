import FactoryCore

/// What was seen of all services, what was told of them, and what follows from that. As large as there are services:
/// nothing is queued, for what is due is asked anew at each look, and what was overtaken is not due any more.
struct AlertPlan: Sendable {
    private let pause: Duration
    private var watches: [String: ServiceWatch] = [:]
    private var told: [String: Announcement] = [:]
    private var setBacks: [String: SetBack] = [:]
    private var unsaved: Set<String> = []

    /// - Parameter pause: the least time between two alerts about one service.
    init(pause: Duration) {
        self.pause = pause
    }

    /// Takes in what was told before this program started. What it told itself meanwhile is later, and stays.
    mutating func recall(_ announcements: [Announcement]) {
        for announcement in announcements where told[announcement.service] == nil {
            told[announcement.service] = announcement
        }
    }

    /// Takes in what all services show now. A service that is not among them is one of which nothing is known.
    mutating func look(_ reports: [ReportedService], now: Timestamp) {
        watches = Dictionary(
            reports.map { ($0.name, ServiceWatch($0, after: watches[$0.name], now: now)) }
        ) { $1 }
        let open = Set(open(now: now).map(\.report.name))
        setBacks = setBacks.filter { open.contains($0.key) }
    }

    /// What is to be told now: what was tried less often first, so that one alert that a server does not take holds up
    /// no other; then the longest red.
    func due(now: Timestamp) -> [Alert] {
        open(now: now).filter { setBacks[$0.report.name]?.isOver(at: now) ?? true }.sorted { left, right in
            (attempts(left), left.redSince, left.report.name) < (attempts(right), right.redSince, right.report.name)
        }
    }

    /// Whether nothing has to be told, neither now nor later.
    func isSettled(now: Timestamp) -> Bool {
        open(now: now).isEmpty
    }

    private func open(now: Timestamp) -> [Alert] {
        watches.compactMap { name, watch in AlertRules.alert(watch, told: told[name], now: now, pause: pause) }
    }

    private func attempts(_ alert: Alert) -> Int {
        setBacks[alert.report.name]?.attempts ?? 0
    }

    /// Notes that an alert was not delivered.
    ///
    /// - Parameter wait: how long it is not to be tried again.
    mutating func setBack(_ alert: Alert, for wait: Duration, now: Timestamp) {
        setBacks[alert.report.name] = SetBack(attempts: attempts(alert) + 1, time: now, wait: wait)
    }

    /// Notes that an alert was delivered.
    mutating func note(_ alert: Alert, now: Timestamp) {
        told[alert.report.name] = alert.announcement(at: now)
        setBacks[alert.report.name] = nil
        unsaved.insert(alert.report.name)
    }

    /// What was told and is not in the tables yet, by name.
    var owed: [Announcement] { unsaved.sorted().compactMap { told[$0] } }

    /// Notes that an announcement is in the tables.
    mutating func settle(_ announcement: Announcement) {
        if told[announcement.service] == announcement { unsaved.remove(announcement.service) }
    }
}
