import ArgumentParser
import FactoryCore
import FactoryHTTP

/// Asks the server of the same container whether it answers, over HTTP as everybody does.
struct HealthCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Ask the running server whether it works, for the health check of a container.")

    /// The database may take its two seconds, and a crowded machine some more.
    private static let patience: Duration = .seconds(8)

    func run() async throws {
        try await Program.run("health") { _ in
            let settings = try DashboardSettings(Settings(flags: [:]))
            let complaint = await Self.complaint(settings.ownAddress)
            if let complaint { StandardError.write(complaint) }
            return complaint == nil ? .done : .needsLook
        }
    }

    /// Why it does not work, in one sentence; nil when it does.
    private static func complaint(_ address: String) async -> String? {
        do {
            let request = HTTPRequest("http://\(address)/healthz", timeLimit: patience)
            let answer = try await HTTPClient(label: "health").send(request)
            guard !answer.isSuccess else { return nil }
            return "the dashboard answers \(answer.status): \(answer.text.prefix { $0 != "\n" })"
        } catch {
            return "\(error)"
        }
    }
}
