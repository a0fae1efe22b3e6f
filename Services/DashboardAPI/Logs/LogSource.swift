/// Where a log is kept.
enum LogSource: String, Sendable {
    /// By Docker, as what a container wrote to its two outputs.
    case docker
    case file
}
