import FactoryCore
import Glibc

/// The services' logs as files, `{service}.log` in one folder: what a supervisor without containers writes.
struct LogFolder: Sendable {
    /// More than this of a file's end is never read.
    static let limit = 1024 * 1024

    let path: String

    /// Opens the log of a service, never through a symbolic link.
    ///
    /// - Parameter service: a valid name.
    /// - Returns: nil when it has none.
    func open(_ service: String) async -> LogFile? {
        let file = LogFile(folder: path, name: "\(service).log")
        return await file.open() ? file : nil
    }
}
