import Glibc

/// Runs a program to its end, in a process group of its own. Whatever is left of the group is killed then, and all of it as
/// soon as this process is gone, however it ended.
package struct SupervisedProgram: Sendable {
    /// What a run may take.
    package struct Limits: Sendable {
        package var duration: Duration
        /// Of standard output, in bytes.
        package var output: Int

        package init(duration: Duration, output: Int = 64 << 20) {
            (self.duration, self.output) = (duration, output)
        }
    }

    /// Between being asked to end and being killed.
    private static let grace: Duration = .seconds(5)
    private static let blockSize = 64 << 10
    /// Of standard error the end is kept, where the reason stands.
    private static let errorsLimit = 256 << 10

    private let file: String
    private let environment: [String]

    /// - Parameters:
    ///   - file: the program's path.
    ///   - environment: all that it is told, as `NAME=value`.
    package init(file: String, environment: [String]) {
        (self.file, self.environment) = (file, environment)
    }

    /// Blocks until the program has ended.
    ///
    /// - Parameter stop: makes it end.
    package func run(
        _ arguments: [String], within limits: Limits, unless stop: StopSignal
    ) throws(SupervisedProgramError) -> ProgramOutput {
        let child = try SupervisedChild(command: [file] + arguments, environment: environment)
        let deadline = ContinuousClock.now + limits.duration
        var (output, errors): ([UInt8], [UInt8]) = ([], [])
        while true {
            let hasEnded = child.hasEnded
            child.wait(milliseconds: hasEnded ? 0 : 100)
            let isMore = child.receive(.output, Self.blockSize, &output)
            let isMoreErrors = child.receive(.errors, Self.blockSize, &errors)
            if errors.count > 2 * Self.errorsLimit { errors = Array(errors.suffix(Self.errorsLimit)) }
            if output.count > limits.output { throw end(child, .tooMuch) }
            if stop.isSet { throw end(child, .stopped) }
            if ContinuousClock.now >= deadline { throw end(child, .late) }
            if hasEnded, !isMore, !isMoreErrors { break }
        }
        return ProgramOutput(
            exitCode: child.collect(), output: output,
            errors: String(decoding: errors.suffix(Self.errorsLimit), as: UTF8.self))
    }

    private func end(_ child: SupervisedChild, _ error: SupervisedProgramError) -> SupervisedProgramError {
        child.askToEnd()
        let deadline = ContinuousClock.now + Self.grace
        while !child.hasEnded, ContinuousClock.now < deadline { usleep(5000) }
        return error
    }
}
