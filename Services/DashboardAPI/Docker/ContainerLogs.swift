/// The logs of our services' containers.
struct ContainerLogs: Sendable {
    private let address: DockerAddress
    private let watch: ContainerWatch
    /// For all who want the end of a log: one answer at a time bounds the memory.
    private let client: DockerClient

    init(_ address: DockerAddress, watch: ContainerWatch) {
        (self.address, self.watch) = (address, watch)
        client = DockerClient(address, label: "docker logs")
    }

    /// - Parameter isFollowed: then it has a client of its own, and nobody waits for anybody.
    /// - Returns: nil for a service without a container.
    /// - Throws: `DockerError` when Docker does not say.
    func open(_ service: String, isFollowed: Bool) async throws(DockerError) -> ContainerLog? {
        guard let newest = try await watch.findings().newest(service) else { return nil }
        return ContainerLog(
            of: service, container: newest.id, watch: watch,
            client: isFollowed ? DockerClient(address, label: "docker log \(service)") : client)
    }
}
