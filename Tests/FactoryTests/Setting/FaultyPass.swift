import TestSupport

/// A pass during which something went wrong.
struct FaultyPass {
    let run: ProgramRun
    /// The calls that went wrong, see `FaultPlan.hits`.
    let hits: [String]

    /// Whether a fault killed it, rather than that it came to an end by itself.
    var wasKilled: Bool { run.exitCode == 128 + 9 }

    /// What it said about itself.
    func report() throws -> IngestReport {
        try IngestReport(run)
    }

    /// The sentences of the log that tell of trouble.
    var complaints: [String] {
        run.standardError.split(separator: "\n").map(String.init).filter { $0.contains(" ERROR ") }
    }
}

extension Installation {
    /// One pass in which nothing waits and during which `faults` happen.
    func ingest(under faults: [Fault], with changes: [String: String] = [:]) async throws -> FaultyPass {
        let plan = FaultPlan(faults, in: root)
        let run = try await librarian(
            ["ingest", "--json", "--quiet-seconds", "0"], with: changes.merging(plan.environment()) { $1 })
        return FaultyPass(run: run, hits: try plan.hits())
    }
}
