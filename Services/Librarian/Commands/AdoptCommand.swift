import ArgumentParser
import FactoryCore
import Glibc

struct AdoptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Give an existing installation, or a new inbox, its vault id, after showing what is there.")

    @OptionGroup var options: LibrarianOptions

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func run() async throws {
        try await Program.run("librarian") { logging in
            let settings = try LibrarianSettings(Settings(flags: options.flags))
            let adoption = try await Adoption(settings, logger: logging.logger(settings.factory))
            let findings = try await adoption.look()
            for line in findings.lines { try tell(line) }
            guard let report = try await carryOut(adoption, findings) else {
                throw StartupError("nothing was changed")
            }
            try StandardOutput.write(json ? report.json : report.sentence)
            return .done
        }
    }

    /// - Returns: nil when the person at the terminal said no.
    private func carryOut(_ adoption: Adoption, _ findings: AdoptionFindings) async throws -> AdoptionReport? {
        switch AdoptionPlan.of(findings, newID: .random()) {
        case .refused(let sentence): throw StartupError(sentence)
        case .agreed(let id): return AdoptionReport(findings: findings, id: id, written: [])
        case .write(let id, let places):
            guard isWanted(id) else { return nil }
            try await adoption.write(id, to: places)
            return AdoptionReport(findings: findings, id: id, written: places)
        }
    }

    /// Asks where somebody can answer.
    private func isWanted(_ id: VaultID) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else { return true }
        StandardError.write(raw: "Give this installation the vault id \(id)? [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased())
    }

    /// Standard output belongs to the JSON object where one is wanted.
    private func tell(_ line: String) throws {
        if json { StandardError.write(line) } else { try StandardOutput.write(line) }
    }
}
