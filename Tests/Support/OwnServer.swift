internal import FactoryCore

/// A PostgreSQL server of a test's own, which may be stopped, killed, paused and started again.
///
/// It trusts the role `factory`, asks every other for its password, and does not wait for its disk: what it has committed
/// survives its own death, not that of the machine.
public actor OwnServer {
    /// How to reach it while it runs.
    public nonisolated let cluster: ScratchCluster
    private let folder: TestFolder
    private let speaksTLS: Bool
    private var running: RunningProgram?
    /// What the servers said that have ended.
    private var earlierLog = ""

    private init(_ folder: TestFolder, port: Int, speaksTLS: Bool) {
        (self.folder, self.speaksTLS) = (folder, speaksTLS)
        cluster = ScratchCluster(host: folder.path, port: port, user: "factory")
    }

    /// Makes its data in `folder`; it does not run yet.
    ///
    /// - Parameter certificate: holds `server.pem` and `server.key`; with nil there is no way in but its socket.
    static func make(in folder: TestFolder, certificate: TestFolder?) async throws -> OwnServer {
        if let certificate {
            for name in ["server.pem", "server.key"] { try folder.write(certificate.read(name), to: name) }
            try folder.setPermissions("server.key", to: 0o600)
        }
        // The server refuses to run as root, and who else runs it has to own its folder.
        let owner = try variable("CLUSTER_OWNER")
        let chown = try await ProgramRun.run(.system("chown"), ["-R", owner, folder.path])
        guard chown.exitCode == 0 else { throw SupportError("The server's folder: \(chown.standardError)") }
        let data = ["--pgdata=\(folder.path)/data", "--username=factory", "--auth=trust", "--encoding=UTF8"]
        let run = try await ProgramRun.run(
            .system("sh"), arguments("initdb", data + ["--locale=C.UTF-8", "--no-sync"]),
            environment: ["CLUSTER_OWNER": owner])
        guard run.exitCode == 0 else { throw SupportError("The server's data: \(run.standardError)") }
        let network = certificate == nil ? "" : "hostssl all all 127.0.0.1/32 scram-sha-256\n"
        let rules = "local all factory trust\nlocal all all scram-sha-256\n\(network)"
        try folder.write(Array(rules.utf8), to: "data/pg_hba.conf")
        guard certificate != nil else { return OwnServer(folder, port: 5432, speaksTLS: false) }
        return OwnServer(folder, port: try FreePort.find(), speaksTLS: true)
    }

    /// A database without any tables.
    public func makeDatabase(_ name: String) async throws -> ScratchDatabase {
        try await cluster.administer("CREATE DATABASE \(unsafe: name)")
        return ScratchDatabase(cluster: cluster, name: name)
    }

    /// Starts it and waits until it answers. After a kill the system takes its time to let go of the old one's memory.
    public func start() async throws {
        try await eventually("the server answers") {
            if await running?.hasEnded() != false {
                earlierLog = try await log()
                running = try launch()
            }
            return (try? await cluster.administer("SELECT 1")) != nil
        }
    }

    /// Stops it in order, and breaks all connections (SIGINT).
    ///
    /// - Returns: whether it ran.
    @discardableResult
    public func stop() async throws -> Bool {
        guard let running else { return false }
        await running.send(2)
        _ = try await running.end(within: .seconds(30))
        earlierLog = try await log()
        self.running = nil
        return true
    }

    /// Ends it at once (SIGKILL).
    ///
    /// - Returns: whether it ran.
    @discardableResult
    public func kill() async -> Bool {
        guard let running else { return false }
        // Who is paused would not notice that the server is gone, and stay for good.
        await running.sendToFamily(18)
        await running.kill()
        earlierLog = (try? await log()) ?? earlierLog
        self.running = nil
        return true
    }

    /// Holds it and all that it has started (SIGSTOP): it is there, and answers nobody.
    public func pause() async {
        await running?.sendToFamily(19)
    }

    /// Lets it go on after a pause (SIGCONT).
    public func resume() async {
        await running?.sendToFamily(18)
    }

    /// Everything that it has said since it was made, also of errors of statements.
    public func log() async throws -> String {
        guard let running else { return earlierLog }
        return earlierLog + (try await running.log())
    }

    private func launch() throws -> RunningProgram {
        let settings = [
            "port=\(cluster.port)", "unix_socket_directories=\(folder.path)", "fsync=off", "timezone=UTC",
        ]
        let network =
            speaksTLS
            ? [
                "listen_addresses=127.0.0.1", "ssl=on", "ssl_cert_file=\(folder.path)/server.pem",
                "ssl_key_file=\(folder.path)/server.key",
            ]
            : ["listen_addresses="]
        return try RunningProgram(
            .system("sh"),
            Self.arguments("postgres", ["-D", "\(folder.path)/data"] + (settings + network).flatMap { ["-c", $0] }),
            environment: ["CLUSTER_OWNER": try Self.variable("CLUSTER_OWNER")], in: nil)
    }

    /// For `sh`, which becomes the program, as the user who owns the data.
    private static func arguments(_ program: String, _ arguments: [String]) throws -> [String] {
        let script = """
            cd /
            [ "$(id -u)" != 0 ] || set -- setpriv --reuid "$CLUSTER_OWNER" --regid "$(id -g "$CLUSTER_OWNER")" \
                --init-groups -- "$@"
            exec "$@"
            """
        return ["-c", script, "sh", "\(try variable("CLUSTER_BINARIES"))/\(program)"] + arguments
    }

    private static func variable(_ name: String) throws -> String {
        guard let value = TestEnvironment.value(name) else {
            throw SupportError("This test needs a PostgreSQL of its own: run make test, which says where it is.")
        }
        return value
    }
}

/// Lends a server that runs; it and its data are gone afterwards.
///
/// - Parameter certificate: a folder with `server.pem` and `server.key`, with which it listens on 127.0.0.1 too, over TLS
///   alone.
public func withOwnServer<Result>(
    certificate: TestFolder? = nil, _ body: (OwnServer) async throws -> Result
) async throws -> Result {
    // Within the scratch server's folder, so that it goes with it even when nobody is left to remove it.
    try await withTemporaryFolder(in: ScratchCluster.current().host) { folder in
        let server = try await OwnServer.make(in: folder, certificate: certificate)
        do {
            try await server.start()
            let result = try await body(server)
            await server.kill()
            return result
        } catch {
            await server.kill()
            throw error
        }
    }
}
