/// What is known of our services' containers at a moment.
struct ContainerFindings: Sendable {
    /// By the service's name in the tables.
    let services: [String: [ListedContainer]]
    /// By the container's id; some may be missing.
    let inspected: [String: InspectedContainer]
    /// Why some are missing.
    let complaint: DockerError?

    /// Nil for a service that has no container.
    func state(_ service: String) -> ContainerState? {
        services[service].flatMap { ContainerState($0, inspected) }
    }

    /// The one whose log is shown.
    func newest(_ service: String) -> ListedContainer? {
        services[service]?.max { ($0.created, $0.id) < ($1.created, $1.id) }
    }
}
