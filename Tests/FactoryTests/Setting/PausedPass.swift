import TestSupport

extension Installation {
    /// One pass in which nothing waits, held at one moment while `body` runs.
    ///
    /// - Parameters:
    ///   - faults: happen all the time.
    ///   - moment: makes the fault that waits for a file.
    func ingest(
        under faults: [Fault] = [], at moment: (_ file: String) -> Fault, _ body: () async throws -> Void
    ) async throws -> IngestReport {
        let pause = moment(root.path(of: "go on"))
        let plan = FaultPlan([pause] + faults, in: root)
        let environment = environment(with: try plan.environment())
        return try await withRunning(
            .built("librarian"), ["ingest", "--json", "--quiet-seconds", "0"], environment: environment, in: root
        ) { librarian in
            try await eventually("the pass comes to \(pause)") {
                if await librarian.hasEnded() { throw SupportError("The pass never came to \(pause).") }
                return try plan.hits().contains { $0.hasPrefix("\(pause.call) ") && $0.contains(pause.path) }
            }
            try await body()
            try root.write([], to: "go on")
            return try IngestReport(await librarian.end(within: .seconds(30)))
        }
    }
}
