/// The logs of all services: Docker's where a service has a container, else the files.
struct ServiceLogs: Sendable {
    /// Nil where there are no files.
    let folder: LogFolder?
    /// Nil where there is no Docker.
    let containers: ContainerLogs?

    /// The log of a service, for one reader.
    ///
    /// - Parameter isFollowed: whether it is kept for long.
    /// - Returns: nil when it has none.
    /// - Throws: `DockerError` when only Docker could have it, and does not say.
    func open(_ service: String, isFollowed: Bool) async throws -> (any ServiceLog)? {
        do {
            if let log = try await containers?.open(service, isFollowed: isFollowed) { return log }
        } catch {
            guard let file = await folder?.open(service) else { throw error }
            return file
        }
        return await folder?.open(service)
    }
}
