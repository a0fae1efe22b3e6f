import FactoryCore

/// Finds the files in Originals that no row names, reads them as if they had just arrived, and has them recorded.
struct StrayRecorder {
    /// How many files share one `fsync` and one transaction.
    private static let batchSize = 200

    let originals: Folder
    let ledger: LedgerView
    let committer: Committer
    let examiners: [Examiner]
    let stop: StopSignal
    let tell: (String) -> Void

    /// - Parameter progress: hears of how many files is known whether they have a row.
    /// - Throws: `DatabaseError`, `FileError`, `Stopped`.
    func run(into report: inout RebuildReport, progress: (Int) -> Void) async throws {
        let recorded = try await RecordedPaths(ledger)
        var walk = FileWalk(originals, enters: StrayRules.enters)
        var seen = 0
        while let visit = walk.next({ path in
            seen += 1
            return !recorded.contain(path)
        }) {
            if let problem = visit.problem { leave("\(problem)", &report) }
            let strays = visit.files.filter { StrayRules.mayHaveRow($0.name) }
            for start in stride(from: 0, to: strays.count, by: Self.batchSize) {
                try await record(Array(strays[start..<min(start + Self.batchSize, strays.count)]), &report)
            }
            progress(seen)
            guard !stop.isSet else { throw Stopped() }
        }
    }

    private func record(_ paths: [RelativePath], _ report: inout RebuildReport) async throws {
        let groups = try await examine(paths, &report)
        let files = groups.flatMap(\.media)
        var known = try await ledger.known(files.map(\.fingerprint))
        var steps = groups.flatMap(\.sidecars).compactMap(step)
        for file in files {
            let original = known[file.fingerprint]
            switch try StrayPlan.decide(file.path, original: original, isThere: isThere(original)) {
            case .adopt: steps += step(file, .adopt)
            case .relocate: steps += step(file, .relocate)
            case .leave(let reason):
                leave("\(file.inboxPath) was not recorded: \(reason)", &report)
                continue
            }
            // The next one of this content is a copy of this one.
            known[file.fingerprint] = file.inboxPath
        }
        try await enter(steps, &report)
    }

    private func enter(_ steps: [BatchStep], _ report: inout RebuildReport) async throws {
        guard !steps.isEmpty else { return }
        for trouble in try await committer.enter(steps).recovery.troubles { leave(trouble, &report) }
        for case .adoptSidecar in steps { report.recorded += 1 }
        let intents = steps.compactMap { if case .intent(let intent) = $0.event { intent } else { nil } }
        let known = try await ledger.known(intents.map(\.fingerprint))
        for intent in intents {
            if known[intent.fingerprint] == nil {
                leave("the database refused the row of \(intent.from); factory.intake has the reason", &report)
            } else if intent.purpose == .adopt {
                report.recorded += 1
            } else {
                report.relocated += 1
            }
        }
    }

    private func step(_ file: PreparedFile, _ purpose: FilingPurpose) -> [BatchStep] {
        guard let place = StrayPlan.place(of: file.path) else { return [] }
        let intent = Placement(file: file, to: place, purpose: purpose).intent
        return [purpose == .adopt ? .adopt(intent) : .relocate(intent)]
    }

    /// Which photo it belongs to is left open: it stands beside it.
    private func step(_ sidecar: PreparedSidecar) -> BatchStep? {
        StrayPlan.place(of: sidecar.path).map { place in
            .adoptSidecar(SidecarPlacement(sidecar: sidecar, to: place, asset: nil).intent)
        }
    }

    /// Whether the file that a row names is there. One that cannot be looked at is not called missing.
    private func isThere(_ finalPath: String?) throws -> Bool {
        guard let finalPath, let path = LedgerPath.belowOriginals(finalPath) else { return false }
        do throws(FileError) {
            return try originals.folder(path.folders).stamp(path.name) != nil
        } catch {
            guard error.isMissing else { throw error }
            return false
        }
    }

    /// Reads files; each examiner takes its share.
    private func examine(_ paths: [RelativePath], _ report: inout RebuildReport) async throws -> [PreparedGroup] {
        let files = paths.compactMap { path in
            (try? originals.folder(path.folders).stamp(path.name)).map { StableFile(path: path, stamp: $0) }
        }
        let examinations = await Self.examine(files, by: examiners)
        guard !stop.isSet else { throw Stopped() }
        var prepared: [PreparedGroup] = []
        for examination in examinations {
            switch examination {
            case .ready(let group): prepared.append(group)
            case .settled(let file) where !StrayRules.needsRow(file.path.name): continue
            case .settled(let file):
                let reason = file.outcome.reason ?? "it cannot be read"
                leave("\(originals.path)/\(file.path.text) was not recorded: \(reason)", &report)
            }
        }
        return prepared
    }

    private static func examine(_ files: [StableFile], by examiners: [Examiner]) async -> [Examination] {
        await withTaskGroup(of: [Examination].self) { group in
            let share = (files.count + examiners.count - 1) / max(1, examiners.count)
            for (index, examiner) in examiners.enumerated() where index * share < files.count {
                let part = Array(files[(index * share)..<min((index + 1) * share, files.count)])
                group.addTask { await examiner.examine(part) }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func leave(_ sentence: String, _ report: inout RebuildReport) {
        report.troubles += 1
        tell(sentence)
    }
}
