internal import FoundationEssentials

/// An engine of containers that exist only as JSON; see `docker_engine.py`.
public struct DockerEngine: Sendable {
    public let folder: TestFolder

    /// `DOCKER_HOST` for its socket.
    public var socket: String { "unix://\(folder.path(of: "docker.sock"))" }

    /// `DOCKER_HOST` for its port.
    public func tcp() throws -> String {
        "tcp://127.0.0.1:\(String(decoding: try folder.read("docker.port"), as: UTF8.self))"
    }

    /// What it knows from now on.
    public func set(_ containers: [EngineContainer]) throws {
        try folder.write(Array(try JSONEncoder().encode(containers)), to: "containers.new")
        try folder.rename("containers.new", to: "containers")
    }

    /// How it behaves from now on; nil: well.
    public func set(mood: String?) throws {
        guard let mood else { return try folder.holds("mood") ? folder.remove("mood") : () }
        try folder.write(Array(mood.utf8), to: "mood.new")
        try folder.rename("mood.new", to: "mood")
    }

    /// The paths of all requests so far, in order.
    public func paths() throws -> [String] {
        guard folder.holds("paths") else { return [] }
        return try folder.read("paths").split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Lends an engine in `folder`, or in one of its own. It can be started there again.
public func withDockerEngine<Result>(
    _ containers: [EngineContainer]? = nil, in folder: TestFolder, _ body: (DockerEngine) async throws -> Result
) async throws -> Result {
    let script = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let engine = DockerEngine(folder: folder)
    if let containers { try engine.set(containers) }
    if folder.holds("docker.port") { try folder.remove("docker.port") }
    return try await withRunning(.system("python3"), ["/\(script)/docker_engine.py", folder.path]) { program in
        try await eventually("the engine listens") {
            if await program.hasEnded() { throw SupportError("The engine ended: \(try await program.log())") }
            return folder.holds("docker.port")
        }
        return try await body(engine)
    }
}

/// The same in a folder of its own.
public func withDockerEngine<Result>(
    _ containers: [EngineContainer], _ body: (DockerEngine) async throws -> Result
) async throws -> Result {
    try await withTemporaryFolder { try await withDockerEngine(containers, in: $0, body) }
}
