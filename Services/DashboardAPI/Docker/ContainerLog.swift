/// The log of a service's container, of the newest one where there are several: when it is replaced, the log goes on with
/// what replaced it.
actor ContainerLog: ServiceLog {
    /// How many lines are asked for at first when some more are expected.
    private static let few = 200
    /// How many are read at once at most.
    private static let most = 5000
    /// How long an answer may take: the log may lie on a disk that sleeps.
    private static let limit: Duration = .seconds(5)
    private static let omission = "(more was logged at once than can be followed: lines are missing here)"

    nonisolated let source = LogSource.docker
    private let service: String
    private let watch: ContainerWatch
    private let client: DockerClient
    private var container: String
    private var isTerminal: Bool?
    private var progress = LogProgress()

    /// - Parameters:
    ///   - container: its id.
    ///   - client: which nobody else should wait for.
    init(of service: String, container: String, watch: ContainerWatch, client: DockerClient) {
        (self.service, self.container, self.watch, self.client) = (service, container, watch, client)
    }

    func tail(_ count: Int) async throws -> [String] {
        try await read(count, since: nil).lines.suffix(count).map(\.text)
    }

    func skipToEnd() async throws {
        _ = progress.add(try await read(1, since: nil).lines)
        _ = try await fresh()
    }

    func more() async throws -> [String] {
        guard let newest = try await watch.findings().newest(service) else { return [] }
        guard newest.id != container else { return try await freshIfAny() }
        // The last words of the one before, if Docker still has them.
        let last = (try? await fresh()) ?? []
        (container, isTerminal, progress) = (newest.id, nil, LogProgress())
        return last + ((try? await fresh()) ?? [])
    }

    /// Nothing of a container that is gone: what replaces it will be listed soon.
    private func freshIfAny() async throws(DockerError) -> [String] {
        do {
            return try await fresh()
        } catch {
            guard error.kind == .gone else { throw error }
            return []
        }
    }

    private func fresh() async throws(DockerError) -> [String] {
        let since = progress.since
        var answer = try await read(Self.few, since: since)
        // When Docker sent as many as it was asked for, there may be more before them.
        if answer.isCut { answer = try await read(Self.most, since: since) }
        let lines = progress.add(answer.lines).map(\.text)
        return answer.isCut && since != nil ? [Self.omission] + lines : lines
    }

    /// - Parameter count: of lines; fewer when so many are more than is taken.
    /// - Returns: them, and whether there may be more before.
    private func read(
        _ count: Int, since: LogTime?
    ) async throws(DockerError) -> (lines: [LogLine], isCut: Bool) {
        var count = count
        while true {
            do {
                let chunks = try await chunks(count, since: since)
                return (LogLines.lines(chunks), chunks.count >= count)
            } catch {
                guard error.kind == .tooLarge, count > 1 else { throw error }
                count = max(1, count / 4)
            }
        }
    }

    private func chunks(_ count: Int, since: LogTime?) async throws(DockerError) -> [LogChunk] {
        let isTerminal = try await hasTerminal()
        let start = since.map { "&since=\($0.parameter)" } ?? ""
        let bytes = try await client.bytes(
            "/containers/\(container)/logs?stdout=true&stderr=true&timestamps=true&tail=\(count)\(start)",
            within: Self.limit, atMost: LogFolder.limit)
        if isTerminal { return PlainLog.chunks(bytes) }
        var frames = LogFrames()
        frames.add(bytes)
        guard !frames.isBroken else { throw DockerError(.failed, "what Docker sent as the log of \(service) is none") }
        return frames.chunks
    }

    private func hasTerminal() async throws(DockerError) -> Bool {
        if let isTerminal { return isTerminal }
        let inspected = try await client.document(
            InspectedContainer.self, "/containers/\(container)/json", within: Self.limit, atMost: LogFolder.limit)
        isTerminal = inspected.isTerminal
        return inspected.isTerminal
    }
}
