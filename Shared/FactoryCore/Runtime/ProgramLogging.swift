public import Logging

/// Makes the one logger of a program.
public struct ProgramLogging: Sendable {
    let name: String

    /// A logger as the settings want it, on standard error.
    public func logger(_ settings: FactorySettings) -> Logger {
        Logger(label: name) { _ in
            FactoryLogHandler(
                service: name, level: settings.logLevel, format: settings.logFormat, clock: SystemClock())
        }
    }
}
