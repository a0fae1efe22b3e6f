import FoundationEssentials
import TestSupport

/// What one `service-monitor check --json` said.
struct MonitorReport {
    struct Line: Decodable {
        let status: String
        let task: String
    }

    /// By the names of the services.
    let lines: [String: Line]
    let exitCode: Int32

    /// Throws `SupportError` unless the program was done and standard output is exactly one object on one line.
    init(_ run: ProgramRun) throws {
        let lines = run.standardOutput.split(separator: "\n", omittingEmptySubsequences: false)
        guard (0...1).contains(run.exitCode), lines.count == 2, lines[1].isEmpty else {
            throw SupportError(
                "Exit code \(run.exitCode), standard output “\(run.standardOutput)”, log: \(run.standardError)")
        }
        self.lines = try JSONDecoder().decode([String: Line].self, from: Data(lines[0].utf8))
        exitCode = run.exitCode
    }

    /// Status and task of one service; empty when nothing was said of it.
    func state(_ service: String) -> String {
        lines[service].map { "\($0.status) \($0.task)" } ?? ""
    }
}
