internal import FactoryCore
internal import FactoryHTTP

/// A Syncthing of a test's own, which talks to nobody outside of this machine.
public actor OwnSyncthing {
    /// Where its page and its REST interface are.
    public nonisolated let url: String
    public nonisolated let apiKey: String
    /// Its `config.xml`, which holds the key.
    public nonisolated var configurationFile: String { home.path(of: "config.xml") }

    private nonisolated let home: TestFolder
    private nonisolated let device: SyncthingConfiguration.Device
    private let interfacePort: Int
    private let client = HTTPClient(label: "test syncthing")
    private var running: RunningProgram?

    /// - Parameter home: where it keeps what it needs; gets its keys.
    init(in home: TestFolder) async throws {
        let generated: ProgramRun
        do {
            generated = try await ProgramRun.run(
                .system("syncthing"), ["generate", "--home=\(home.path)", "--no-default-folder"],
                environment: ["HOME": home.path])
        } catch {
            throw SupportError("This test needs Syncthing, which make test installs: \(error)")
        }
        let mark = "Device ID: "
        // Versions differ in where they print it.
        let output = generated.standardOutput + generated.standardError
        let line = output.split(separator: "\n").first { $0.hasPrefix(mark) }
        guard let line else { throw SupportError("Syncthing made no keys: \(output)") }
        self.home = home
        device = SyncthingConfiguration.Device(
            id: String(line.dropFirst(mark.count)), address: "tcp://127.0.0.1:\(try FreePort.find())")
        interfacePort = try FreePort.find()
        url = "http://127.0.0.1:\(interfacePort)"
        apiKey = "key\(UInt64.random(in: 0...UInt64.max))"
    }

    /// Tells it what it shares, with whom; before its first start.
    func configure(_ shares: [SyncthingShare], with peers: [OwnSyncthing]) throws {
        let configuration = SyncthingConfiguration(
            devices: [device] + peers.map(\.device), interfacePort: interfacePort, apiKey: apiKey, shares: shares)
        try home.write(Array(configuration.text.utf8), to: "config.xml")
    }

    /// Starts it and waits until it answers.
    public func start() async throws {
        let program = try running ?? launch()
        running = program
        try await eventually("Syncthing answers") {
            if await program.hasEnded() { throw SupportError("Syncthing ended: \(try await program.log())") }
            return (try? await ask("/rest/system/ping")) != nil
        }
    }

    /// Ends it at once; it can be started again.
    public func stop() async {
        await running?.kill()
        running = nil
    }

    /// Changes a key of a folder by the REST interface, such as `type`, as its page does.
    public func set(_ key: String, of folder: String, to value: String) async throws {
        let run = try await ProgramRun.run(
            .system("syncthing"),
            ["cli", "--home=\(home.path)", "config", "folders", folder, key, "set", value],
            environment: ["HOME": home.path])
        guard run.exitCode == 0 else { throw SupportError("Syncthing refuses: \(run.standardError)") }
    }

    /// Lets it look at all of a folder, and waits until it has.
    public func scan(_ folder: String) async throws {
        _ = try await ask("/rest/db/scan?folder=\(folder)", .post)
    }

    /// Answers the JSON of its REST interface.
    public func ask(_ path: String) async throws -> [UInt8] {
        try await ask(path, .get)
    }

    /// What it has logged since its start.
    public func log() async throws -> String {
        try await running?.log() ?? ""
    }

    private func ask(_ path: String, _ method: HTTPMethod) async throws -> [UInt8] {
        let request = HTTPRequest(
            url + path, method: method, headers: [HTTPHeader("X-API-Key", apiKey)], timeLimit: .seconds(60))
        let answer = try await client.send(request)
        guard answer.isSuccess else { throw SupportError("Syncthing answers \(answer.status): \(answer.text)") }
        return answer.body
    }

    /// By itself, without the process that would start it again; `sh` only turns its log to standard error.
    private func launch() throws -> RunningProgram {
        try RunningProgram(
            .system("sh"),
            ["-c", "exec syncthing \"$@\" >&2", "sh", "serve", "--no-browser", "--home=\(home.path)"],
            environment: ["HOME": home.path, "STMONITORED": "yes", "STNORESTART": "1", "STNOUPGRADE": "1"], in: nil)
    }
}
