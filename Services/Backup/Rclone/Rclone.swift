import FactoryCore

/// The program rclone. Each of these runs one call at a time, on a thread of its own.
actor Rclone {
    /// Longer than any batch takes; rclone itself gives up a connection that says nothing for two minutes.
    private static let limits = SupervisedProgram.Limits(duration: .seconds(24 * 3600))
    /// What it is told of our environment: how to get through a proxy, whom to believe, and what time it is for a timetable.
    private static let passed = [
        "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        "TZ",
    ]

    private let executor = BlockingExecutor(label: "rclone")
    private let settings: RcloneSettings
    private let stop: StopSignal

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter stop: ends a call that runs.
    init(_ settings: RcloneSettings, stop: StopSignal) {
        (self.settings, self.stop) = (settings, stop)
    }

    /// - Returns: also what a call said that failed.
    /// - Throws: `CancellationError` when it was stopped, `TargetObstacle` when it could not be run to its end.
    func run(_ command: RcloneCommand) throws -> ProgramOutput {
        guard let file = ProgramFile.find(settings.program) else {
            throw TargetObstacle("rclone is not installed: there is no program \(settings.program)")
        }
        let own = ProcessEnvironment.current
        let environment =
            ["PATH=\(ProgramFile.defaultPath)", "LC_ALL=C.UTF-8", "HOME=/nonexistent"]
            + Self.passed.compactMap { name in own[name].map { "\(name)=\($0)" } }
        do throws(SupervisedProgramError) {
            return try SupervisedProgram(file: file, environment: environment)
                .run(command.words(settings), within: Self.limits, unless: stop)
        } catch {
            guard error != .stopped else { throw CancellationError() }
            throw TargetObstacle("rclone \(error)")
        }
    }
}
