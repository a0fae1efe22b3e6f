import FactoryCore

/// What the dashboard is told beyond what every service is.
struct DashboardSettings: Sendable {
    let factory: FactorySettings
    /// `DASHBOARD_HOST`: the address to listen on; nobody but this machine by default.
    let host: String
    /// `DASHBOARD_PORT`; 0 for any that is free.
    let port: Int
    /// `DASHBOARD_NAMES`: under which names it may be asked for, beside addresses and the names of a home network.
    let names: Set<String>
    /// `DASHBOARD_PASSWORD`, `DASHBOARD_TOKEN`; nil where everybody may look.
    let access: AccessSettings?
    /// `DASHBOARD_LOGS`: the folder with the services' logs as files; nil where there is none.
    let logs: String?
    /// `DOCKER_HOST`: where the Docker API answers; nil where there is none.
    let docker: DockerAddress?
    /// `DOCKER_PROJECT`: of Compose, whose containers are ours; nil for that of our own container.
    let project: String?

    /// Its name in the tables.
    static let serviceName = "dashboard"
    /// What it is for.
    static let description = "shows on one page that all is well"

    /// How often it reports.
    var heartbeat: Duration { factory.heartbeat ?? .seconds(300) }

    /// Whether somebody from elsewhere may look without a password.
    var isOpen: Bool { access == nil && !host.hasPrefix("127.") && host != "::1" && host != "localhost" }

    /// Where this machine reaches it: an address that stands for all of them is none to ask.
    var ownAddress: String {
        let address = ["0.0.0.0": "127.0.0.1", "::": "::1"][host] ?? host
        return address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
    }

    /// - Throws: `SettingsError` that names the key whose value cannot be used.
    init(_ settings: Settings) throws(SettingsError) {
        factory = try FactorySettings(settings)
        logs = settings.string("DASHBOARD_LOGS").map { [root = factory.root] in AbsolutePath.make($0, in: root) }
        docker = try settings.string("DOCKER_HOST").map { text throws(SettingsError) in try DockerAddress(text) }
        project = settings.string("DOCKER_PROJECT")
        access = try AccessSettings.read(settings)
        host = settings.string("DASHBOARD_HOST") ?? "127.0.0.1"
        port = try settings.integer("DASHBOARD_PORT", in: 0...65535) ?? 8080
        names = Set(
            (settings.string("DASHBOARD_NAMES") ?? "").lowercased().split { ", ".contains($0) }.map(String.init))
    }
}
