public import ArgumentParser

/// What a program's exit code tells whoever started it, the same for every executable of the factory.
public enum ExitStatus: Int32, Sendable {
    case done = 0
    /// Done, but something needs a look.
    case needsLook = 1
    case couldNotRun = 2
    case wrongUsage = 64

    /// The error that makes the argument parser exit with this status and print nothing more.
    public var exit: ExitCode { ExitCode(rawValue) }
}
