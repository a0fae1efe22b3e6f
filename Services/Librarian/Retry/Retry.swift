import FactoryCore
import Logging

/// Sends what is in the quarantine along the line once more.
struct Retry: Sendable {
    private static let batchSize = 64

    let workshop: Workshop

    /// - Returns: what became of each file; also when filing failed on the way, with the reason.
    func run() async throws -> IngestReport {
        let start = ContinuousClock.now
        var failure: String?
        do {
            failure = try await workshop.stop.whileTrapping { try await file() }
        } catch {
            failure = "filing stopped: \(error)"
        }
        return IngestReport(tally: workshop.board.current.tally, duration: .now - start, failure: failure)
    }

    /// - Returns: what was left undone.
    private func file() async throws -> String? {
        let storage = workshop.premises.storage
        let files = try QuarantinedFile.all(in: storage)
        guard !files.isEmpty else { return nil }
        let examiner = try Examiner(
            Examiner.Setting(
                inbox: storage.folder(Array(Quarantine.folderName.utf8)),
                metadataReader: MetadataReader(placeZones: workshop.settings.placeZones), exifTool: workshop.exifTool,
                incompleteAfter: .zero,
                clock: workshop.clock, stop: workshop.stop))
        for start in stride(from: 0, to: files.count, by: Self.batchSize) where !workshop.stop.isSet {
            try await file(Array(files[start..<min(start + Self.batchSize, files.count)]), examiner)
        }
        if workshop.stop.isSet { return "told to stop before the end of the quarantine" }
        guard try await workshop.catchUp() else {
            return "the database is away; the rows of what was filed are written by the next run"
        }
        return nil
    }

    private func file(_ files: [QuarantinedFile], _ examiner: Examiner) async throws {
        workshop.tell(PassEvents(seen: files.count))
        let stable = files.compactMap { file in file.path.map { StableFile(path: $0, stamp: file.stamp) } }
        var batch: [PreparedGroup] = []
        for (file, examination) in zip(files, await examiner.examine(stable)) {
            switch examination {
            case .settled(let settled): workshop.tell(PassEvents(settled: [settled]))
            case .ready(let group) where group.media.isEmpty:
                let outcome = FileOutcome.quarantined("it is a sidecar, and its photo is not with it")
                workshop.tell(
                    PassEvents(
                        settled: group.files.map { SettledFile(path: $0.path, stamp: $0.stamp, outcome: outcome) }))
            case .ready(let group):
                batch += group.media.map { PreparedGroup($0.with(formerName: file.formerName)) }
            }
        }
        try await file(batch)
    }

    private func file(_ batch: [PreparedGroup]) async throws {
        var next = batch
        do {
            repeat {
                let report = try await workshop.committer.file(next)
                tell(report)
                next = []
                if let stopped = report.stopped { throw stopped }
                try await workshop.catchUp()
            } while await workshop.committer.hasDeferred
        } catch {
            // Whatever was not told of stays where it is.
            leave(await workshop.committer.abandonDeferred() + next)
            throw error
        }
    }

    private func leave(_ groups: [PreparedGroup]) {
        let outcome = FileOutcome.pending("filing stopped")
        workshop.tell(
            PassEvents(
                settled: groups.flatMap(\.files).map { SettledFile(path: $0.path, stamp: $0.stamp, outcome: outcome) }))
    }

    private func tell(_ report: BatchReport) {
        for file in report.settled {
            switch file.outcome {
            case .duplicate: say(file, "stays in the quarantine: its content is stored already")
            case .quarantined(let reason): say(file, "stays in the quarantine: \(reason)")
            default: workshop.tell(PassEvents(settled: [file]))
            }
        }
    }

    private func say(_ file: SettledFile, _ sentence: String) {
        workshop.board.add(PassEvents(settled: [file]))
        workshop.logger.warning("\(file.path.text) \(sentence)")
    }
}
