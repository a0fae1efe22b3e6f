import FactoryCore
import Glibc
import Synchronization

/// Asks the program ExifTool about files that our own readers cannot read. One process serves all workers of a
/// librarian, one file after the other; it is started when the first file needs it.
///
/// A file about which nothing can be learned is no error: it goes by what is known otherwise.
final class ExifTool: Sendable {
    /// How long an answer may take.
    struct Limits: Sendable {
        var answer: Duration = .seconds(10)
        /// The first after a start: a slow disk has to bring in a few hundred files of Perl.
        var firstAnswer: Duration = .seconds(30)
    }

    private struct State {
        var process: ExifToolProcess?
        /// How many questions the process has been asked.
        var questions = 0
        var patience = ExifToolPatience()
        var absenceIsTold = false
    }

    /// Nil for never.
    private let program: String?
    private let limits: Limits
    private let stop: StopSignal
    private let tell: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - program: a path or a name to look for; nil for never.
    ///   - stop: ends the waiting for an answer.
    ///   - tell: takes a sentence for the log.
    init(
        program: String?, limits: Limits = Limits(), stop: StopSignal, tell: @escaping @Sendable (String) -> Void
    ) {
        (self.program, self.limits, self.stop, self.tell) = (program, limits, stop, tell)
    }

    /// What ExifTool reads in an open file; nil when it says nothing. Blocks for as long as the time limit, and while
    /// other files are asked about.
    ///
    /// - Parameter descriptor: stays open until this returns. The name of the file is not used: it may be changed
    ///   meanwhile, or hold a line break, which would end ExifTool's argument.
    func metadata(ofFileOpenAs descriptor: Int32, kind: MediaKind) -> EmbeddedMetadata? {
        guard let program else { return nil }
        return state.withLock { state -> EmbeddedMetadata? in
            guard state.patience.allows(at: .now) else { return nil }
            do throws(ExifToolError) {
                let tags = try ask("/proc/\(getpid())/fd/\(descriptor)", program, &state)
                state.patience.succeed()
                return tags.map { EmbeddedMetadata($0, kind: kind) }
            } catch {
                note(error, &state)
                return nil
            }
        }
    }

    /// Ends the process, if there is one. The next file that needs it starts another.
    func end() {
        state.withLock { $0.process = nil }
    }

    private func ask(_ path: String, _ name: String, _ state: inout State) throws(ExifToolError) -> ExifToolTags? {
        if state.process == nil {
            guard let file = ProgramFile.find(name) else { throw .absent }
            state.process = try ExifToolProcess(program: file)
            state.questions = 0
        }
        guard let process = state.process else { return nil }
        state.questions += 1
        let limit = state.questions == 1 ? limits.firstAnswer : limits.answer
        let question = ExifToolQuestion(path: path, number: state.questions)
        return try ExifToolTags(json: process.answer(to: question, within: limit, unless: stop))
    }

    /// After any failure the process is ended: an answer that is still on its way must not be taken for that to the
    /// next question.
    private func note(_ error: ExifToolError, _ state: inout State) {
        state.process = nil
        switch error {
        case .stopped: return
        case .absent:
            state.patience.rest(from: .now)
            guard !state.absenceIsTold else { return }
            state.absenceIsTold = true
            tell("ExifTool is not installed: files of the rare formats that it alone reads are filed by name and time")
        case .noStart, .ended, .late, .tooLong, .unreadable:
            let rests = state.patience.fail(at: .now)
            tell("ExifTool \(error)\(rests ? "; it is left alone for a minute" : "")")
        }
    }
}
