/// Which containers are those of our services.
enum ContainerMatch {
    /// Names in the tables that differ from those in the compose file.
    private static let names = ["dashboard-api": "dashboard"]

    /// By the service's name in the tables: what the label `photo-factory.service` says, or else the compose service.
    ///
    /// - Parameters:
    ///   - project: the only one whose containers count; nil where it is to be found out.
    ///   - host: our own host's name, by which our own container is known, and with it the project. Where that
    ///     is not known either, every project counts.
    static func services(
        _ containers: [ListedContainer], project: String?, host: String
    ) -> [String: [ListedContainer]] {
        let project = project ?? own(containers, host: host)?.project
        let ours = containers.filter { !$0.isOneOff && (project == nil || $0.project == project) }
        return Dictionary(grouping: ours) { $0.name ?? $0.service.map { names[$0] ?? $0 } ?? "" }
            .filter { !$0.key.isEmpty }
    }

    /// The one in which this program runs: Docker names a container's host by the first 12 digits of its id.
    private static func own(_ containers: [ListedContainer], host: String) -> ListedContainer? {
        guard host.utf8.count >= 12 else { return nil }
        return containers.first { $0.id.hasPrefix(host) }
    }
}
