import FactoryCore

/// Asks Docker for our services' containers when somebody wants to know: at most once a second, and once for all who ask
/// at the same time. How often they were restarted changes slowly and takes a question for each, so that it is kept
/// longer.
actor ContainerWatch {
    private static let age: Duration = .seconds(1)
    private static let inspectionAge: Duration = .seconds(10)
    /// After a silence this long nobody waits for another one.
    private static let pause: Duration = .seconds(10)
    /// How long the list may take.
    private static let listLimit: Duration = .seconds(1)
    /// How long all questions for single containers may take together.
    private static let inspectionLimit: Duration = .milliseconds(500)
    /// A hundred containers with all their labels are some hundred kilobytes.
    private static let sizeLimit = 4 * 1024 * 1024

    private let client: DockerClient
    private let project: String?
    private let host: String
    private var inspected: [String: (container: InspectedContainer, read: ContinuousClock.Instant)] = [:]
    private var refusal: (error: DockerError, end: ContinuousClock.Instant)?
    private var last: (result: Result<ContainerFindings, DockerError>, end: ContinuousClock.Instant)?
    private var isReading = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - project: of Compose, whose containers alone count; nil for that of our own container.
    ///   - host: this machine's name.
    init(_ address: DockerAddress, project: String?, host: String) {
        client = DockerClient(address, label: "docker containers")
        (self.project, self.host) = (project, host)
    }

    /// At most a second old.
    ///
    /// - Throws: `DockerError` when Docker does not say.
    func findings() async throws(DockerError) -> ContainerFindings {
        while true {
            if let last, last.end > .now { return try last.result.get() }
            if isReading {
                await withCheckedContinuation { waiting.append($0) }
                continue
            }
            isReading = true
            let result = await read()
            // Nobody else is answered with what one who has gone gave up.
            if case .failure(let error) = result, error.kind == .cancelled { last = nil } else { keep(result) }
            isReading = false
            let others = waiting
            waiting = []
            for other in others { other.resume() }
            return try result.get()
        }
    }

    private func keep(_ result: Result<ContainerFindings, DockerError>) {
        var age = Self.age
        if case .failure(let error) = result, error.kind == .silent { age = Self.pause }
        last = (result, .now + age)
    }

    private func read() async -> Result<ContainerFindings, DockerError> {
        do {
            let listed = try await client.document(
                [ListedContainer].self, "/containers/json?all=true", within: Self.listLimit, atMost: Self.sizeLimit)
            let services = ContainerMatch.services(listed, project: project, host: host)
            let ids = services.values.joined().map(\.id)
            inspected = inspected.filter { ids.contains($0.key) }
            await inspect(ids)
            return .success(
                ContainerFindings(
                    services: services, inspected: inspected.mapValues(\.container), complaint: refusal?.error))
        } catch {
            return .failure(error)
        }
    }

    /// Those who have waited longest first, as far as the time allows.
    private func inspect(_ ids: [String]) async {
        if let refusal, refusal.end > .now { return }
        refusal = nil
        let deadline = ContinuousClock.now + Self.inspectionLimit
        let due = ids.map { (id: $0, read: inspected[$0]?.read) }
            .filter { $0.read.map { $0 + Self.inspectionAge < .now } ?? true }
            .sorted { ($0.read ?? .now - .seconds(3600)) < ($1.read ?? .now - .seconds(3600)) }
        for (id, _) in due {
            let rest = ContinuousClock.now.duration(to: deadline)
            guard rest > .zero else { return }
            do {
                let container = try await client.document(
                    InspectedContainer.self, "/containers/\(id)/json", within: rest, atMost: Self.sizeLimit)
                inspected[id] = (container, .now)
            } catch {
                // One that has just gone is no trouble.
                if error.kind == .gone || error.kind == .cancelled { continue }
                refusal = (error, .now + Self.pause)
                return
            }
        }
    }
}
