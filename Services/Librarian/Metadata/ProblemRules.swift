import FactoryCore

/// What a person should know about a file that could not be read in full.
enum ProblemRules {
    /// `problem`, with where the date came from when it was not found in the file.
    static func problem(_ problem: String?, dateFrom source: CaptureSource) -> String? {
        guard let problem else { return nil }
        switch source {
        case .fileName: return "\(problem) Its date was taken from the file name."
        case .fileModified: return "\(problem) Its date was taken from the file's modification time."
        default: return problem
        }
    }
}
