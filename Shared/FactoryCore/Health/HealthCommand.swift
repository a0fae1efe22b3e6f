public import ArgumentParser

/// Asks the program of the same container whether it works: by what it noted, from a process of its own.
public struct HealthCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Say whether the running service works, for the health check of a container (HEALTH_FOLDER).")

    public init() {}

    public func run() async throws {
        try await Program.run("health") { _ in
            let settings = Settings(flags: [:])
            guard let path = settings.string("HEALTH_FOLDER") else {
                throw SettingsError(key: "HEALTH_FOLDER", reason: "is not set, so the service notes nothing")
            }
            let folder = HealthFolder(path: AbsolutePath.make(path, in: AbsolutePath.workingDirectory))
            if let complaint = HealthRules.complaint(try folder.notes(), awake: SystemClock.awake) {
                StandardError.write(complaint)
                return .needsLook
            }
            return .done
        }
    }
}
