import FactoryCore

/// Doing what was decided, after it was written down.
extension Committer {
    /// Writes the intents down, does what they say, writes down how each ended.
    ///
    /// - Throws: `FileError` when the journal cannot be written; nothing was done then.
    func carryOut(_ steps: [BatchStep], report: inout BatchReport) throws {
        guard !steps.isEmpty else { return }
        blocked = [:]
        let time = clock.now
        let events = steps.map(\.event)
        let positions = try journal.append(events, at: time)
        try journal.sync()
        var outcomes: [JournalEvent] = []
        for ((step, event), position) in zip(zip(steps, events), positions) {
            let ending = turn(step, report: &report)
            if let outcome = ending.outcome(of: event, at: position) { outcomes.append(outcome) }
            settle(Deed(event: event, time: time, position: position), ending)
        }
        try journal.append(outcomes, at: time)
    }

    private func turn(_ step: BatchStep, report: inout BatchReport) -> StepEnding {
        guard report.stopped == nil else { return .withdrawn("the storage failed") }
        guard !stop.isSet else { return fail(step, .pending("the librarian is stopping"), report: &report) }
        if let leader = step.leader, report.leaves(leader) {
            return fail(step, .pending("the photo that it belongs to was not filed"), report: &report)
        }
        return carryOut(step, report: &report)
    }

    private func settle(_ deed: Deed, _ ending: StepEnding) {
        switch ending {
        case .done:
            owed.add(deed, storage: storage.path)
            if case .intent(let intent) = deed.event {
                memory.remember(intent.fingerprint, at: "\(originals.root.path)/\(intent.to)")
            }
        case .withdrawn: break
        // The journal is applied up to here and no further until the disk has told how it ended.
        case .unclear: (isBehind, isHeld) = (true, true)
        }
    }

    private func carryOut(_ step: BatchStep, report: inout BatchReport) -> StepEnding {
        do {
            switch step {
            case .file(let placement): return try place(placement, report: &report)
            case .fileSidecar(let placement): return try place(placement, report: &report)
            case .remove(let file, let stored, _): return remove(file, stored: stored, report: &report)
            case .quarantine(let file, let path, let reason):
                let result = try move(file, to: quarantine.folder(of: path), as: path.name)
                return end(file, result, success: .quarantined(reason), report: &report)
            case .evict(let displaced, let path): return evict(displaced, to: path)
            case .removeCopy(let copy, _): return try remove(copy)
            case .relocate, .adopt, .adoptSidecar: return .done(remark: nil)
            }
        } catch let error as FileError where error.concernsStorage {
            report.stopped = error
            return fail(step, .pending("Storage has no room or cannot be written: \(error)"), report: &report)
        } catch {
            let path = step.file?.inboxPath ?? "a file"
            return fail(step, .trouble("\(path) stays where it is: \(error)"), report: &report)
        }
    }

    private func place(_ placement: Placement, report: inout BatchReport) throws -> StepEnding {
        guard placement.purpose.moves else {
            // The file itself turns out to be a duplicate as soon as the row is there.
            deferred.append(PreparedGroup(placement.file))
            return .done(remark: nil)
        }
        if let reason = blocked[placement.to] {
            let sentence = "\(placement.file.inboxPath) stays in the inbox: \(reason)"
            return fail(.file(placement), .trouble(sentence), report: &report)
        }
        let size = placement.file.stamp.size
        let result = try move(placement.file, to: originals.folder(of: placement.to), as: placement.to.name)
        let success: FileOutcome = placement.purpose == .heal ? .healed(size) : .filed(size)
        return end(placement.file, result, success: success, report: &report)
    }

    private func place(_ placement: SidecarPlacement, report: inout BatchReport) throws -> StepEnding {
        let sidecar = placement.sidecar
        let result = try move(sidecar, to: originals.folder(of: placement.to), as: placement.to.name)
        return end(sidecar, result, success: .filed(sidecar.stamp.size), report: &report)
    }

    private func move(_ file: any InboxFile, to folder: Folder, as name: String) throws -> PlacementMove.Result {
        try mover.move(file.source, to: folder, as: name, reader: reader)
    }

    private func end(
        _ file: any InboxFile, _ result: PlacementMove.Result, success: FileOutcome, report: inout BatchReport
    ) -> StepEnding {
        let outcome: FileOutcome
        switch result {
        case .placed(let remark):
            report.add(file, success)
            return .done(remark: remark)
        case .unclear(let error):
            report.add(file, .trouble("nobody can say yet whether \(file.inboxPath) was moved: \(error)"))
            return .unclear
        case .vanished: outcome = .vanished
        case .taken: outcome = .pending("its place was taken meanwhile")
        case .replaced: outcome = .pending("it was replaced meanwhile")
        case .stopped: outcome = .pending("the librarian is stopping")
        }
        report.add(file, outcome)
        return .withdrawn(outcome.reason ?? "it was not moved")
    }

    private func remove(_ file: any InboxFile, stored: OriginalPath, report: inout BatchReport) -> StepEnding {
        let outcome: FileOutcome
        do {
            switch try removal.remove(file.path.name, in: file.folder, stamp: file.stamp) {
            case .removed:
                report.add(file, .duplicate)
                return .done(remark: nil)
            case .vanished: outcome = .vanished
            case .replaced: outcome = .pending("it was replaced while it was compared")
            }
        } catch {
            // The inbox's trouble, not the storage's: the other files have nothing to do with it.
            outcome = .trouble("\(file.inboxPath) is stored already and cannot be removed: \(error)")
        }
        report.add(file, outcome)
        return .withdrawn(outcome.reason ?? "it was not removed")
    }

    private func evict(_ displaced: DisplacedFile, to path: QuarantinePath) -> StepEnding {
        let reason: String
        do {
            switch try move(displaced, to: path) {
            case .placed(let remark): return .done(remark: remark)
            case .unclear(let error):
                blocked[displaced.place] = "nobody can say yet whether \(displaced.path) was put aside: \(error)"
                return .unclear
            case .taken: reason = "its place in the quarantine was taken meanwhile"
            case .stopped: reason = "the librarian is stopping"
            case .vanished, .replaced: reason = "it is another file now"
            }
        } catch {
            reason = "\(error)"
        }
        blocked[displaced.place] = "\(displaced.path) cannot be put aside: \(reason)"
        return .withdrawn(reason)
    }

    private func move(_ displaced: DisplacedFile, to path: QuarantinePath) throws -> PlacementMove.Result {
        guard let file = try originals.open(displaced.place) else { return .vanished }
        let source = SourceFile(
            name: Array(displaced.place.name.utf8), folder: try originals.folder(of: displaced.place), file: file,
            stamp: displaced.stamp, fingerprint: displaced.fingerprint)
        return try mover.move(source, to: quarantine.folder(of: path), as: path.name, reader: reader)
    }

    private func remove(_ copy: DisplacedFile) throws -> StepEnding {
        let name = Array(copy.place.name.utf8)
        switch try removal.remove(name, in: originals.folder(of: copy.place), stamp: copy.stamp) {
        case .removed: return .done(remark: nil)
        case .vanished: return .withdrawn("it has gone")
        case .replaced: return .withdrawn("it is another file now")
        }
    }

    /// The same for steps that are about no file of the inbox.
    func carryOut(_ steps: [BatchStep]) throws {
        var report = BatchReport()
        try carryOut(steps, report: &report)
        removal.finish()
        if let stopped = report.stopped { throw stopped }
    }

    private func fail(_ step: BatchStep, _ outcome: FileOutcome, report: inout BatchReport) -> StepEnding {
        if let file = step.file { report.add(file, outcome) }
        return .withdrawn(outcome.reason ?? "it was not done")
    }
}
