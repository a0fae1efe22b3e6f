import FactoryCore

/// The program that decodes, a process for each file.
struct MakerProgram: Sendable {
    /// Of what it says: one line.
    private static let outputLimit = 64 << 10
    /// By the clock, for a second of processor time: other programs want the processor as well, and disks sleep.
    private static let patience = 3

    let settings: ThumbnailerSettings
    let stop: StopSignal

    /// Blocks until it has ended.
    ///
    /// - Parameters:
    ///   - source: the original's path.
    ///   - folder: where the thumbnails are put; empty.
    /// - Throws: `WorkFailure`, `StorageObstacle`, `CancellationError` when it was stopped.
    func run(source: String, folder: String) throws -> MadeThumbnails {
        let words = ["\(settings.megabytes)", "\(settings.seconds)", settings.ffmpeg, source, folder]
        let limits = SupervisedProgram.Limits(
            duration: .seconds(settings.seconds * Self.patience), output: Self.outputLimit)
        do {
            let run = try SupervisedProgram(file: settings.maker, environment: Self.environment)
                .run(words, within: limits, unless: stop)
            return try MakerAnswer.read(run, settings)
        } catch let error as SupervisedProgramError {
            switch error {
            case .stopped: throw CancellationError()
            case .late:
                throw WorkFailure("decoding it did not come to an end in \(settings.seconds * Self.patience) seconds")
            case .noStart, .tooMuch: throw WorkFailure("the program that decodes \(error)")
            }
        }
    }

    /// Nothing of ours: no password, and no folder of anybody's.
    private static let environment = [
        "PATH=\(ProgramFile.defaultPath)", "LC_ALL=C.UTF-8", "HOME=/nonexistent", "OMP_NUM_THREADS=1",
        "MALLOC_ARENA_MAX=2",
    ]
}
