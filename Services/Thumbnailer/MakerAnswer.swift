import FactoryCore
import FoundationEssentials

/// What the program that decodes has said.
struct MakerAnswer: Decodable, Sendable {
    let width, height: Int?
    let thumbhash: String?
    let reason: String?
    let concernsStorage: Bool?

    enum CodingKeys: String, CodingKey {
        case width, height, thumbhash, reason
        case concernsStorage = "concerns_storage"
    }

    /// - Throws: `WorkFailure` for a file of which no thumbnail can be made, `StorageObstacle`.
    static func read(_ run: ProgramOutput, _ settings: ThumbnailerSettings) throws -> MadeThumbnails {
        let answer = try? JSONDecoder().decode(MakerAnswer.self, from: Data(run.output))
        if run.exitCode == 0, let made = answer?.made { return made }
        guard let reason = answer?.reason else { throw failure(ofCode: run.exitCode, settings) }
        if answer?.concernsStorage == true { throw StorageObstacle(reason) }
        throw WorkFailure(reason, isPassing: false)
    }

    private var made: MadeThumbnails? {
        guard let width, let height, width > 0, height > 0, let thumbhash, !thumbhash.isEmpty else { return nil }
        return MadeThumbnails(width: width, height: height, thumbHash: thumbhash)
    }

    /// It could not even say why. Signals as Linux counts them.
    private static func failure(ofCode code: Int32, _ settings: ThumbnailerSettings) -> WorkFailure {
        switch code {
        // SIGXCPU.
        case 128 + 24: late(settings)
        // What the allocators of decoders end with when they get no memory.
        case 128 + 5, 128 + 6:
            WorkFailure(
                "its decoder gave up: it is damaged, or needs more than \(settings.megabytes) MB of memory",
                isPassing: false)
        // Whoever sends that may have wanted the memory for something else.
        case 128 + 9: WorkFailure("its decoder was killed, perhaps for want of memory on this machine")
        case 129...: WorkFailure("its decoder crashed (signal \(code - 128))", isPassing: false)
        default: WorkFailure("the program that decodes ended with code \(code) and without a word")
        }
    }

    static func late(_ settings: ThumbnailerSettings) -> WorkFailure {
        WorkFailure("decoding it takes more than \(settings.seconds) seconds", isPassing: false)
    }
}
