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
        for ((event, position), ending) in zip(zip(events, positions), take(steps, report: &report)) {
            if let outcome = ending.outcome(of: event, at: position) { outcomes.append(outcome) }
            settle(Deed(event: event, time: time, position: position), ending)
        }
        try journal.append(outcomes, at: time)
    }

    /// What became of a step when its turn came.
    private enum Turn {
        case ended(StepEnding)
        case crosses(CrossingFile)
    }

    /// In rounds: what a rename does at once, then what has to be copied. A member of a group waits for the round
    /// behind the one in which the file that leads it is copied.
    private func take(_ steps: [BatchStep], report: inout BatchReport) -> [StepEnding] {
        var endings = [StepEnding](repeating: .unclear, count: steps.count)
        var rest = Array(steps.indices)
        while !rest.isEmpty {
            var round = CrossingRound()
            var later: [Int] = []
            for index in rest {
                let step = steps[index]
                if let leader = step.leader, round.isAwaited(leader) {
                    later.append(index)
                } else if let objection = objection(to: step, report: &report) {
                    endings[index] = objection
                } else {
                    switch begin(step, report: &report) {
                    case .ended(let ending): endings[index] = ending
                    // At once, for the file behind it takes its place.
                    case .crosses(let file) where step.makesRoom:
                        endings[index] = conclude(step, copy.move([file])[0], report: &report)
                    case .crosses(let file): if !round.takes(file, of: index) { later.append(index) }
                    }
                }
            }
            for (member, result) in zip(round.members, copy.move(round.members.map(\.file))) {
                endings[member.index] = conclude(steps[member.index], result, report: &report)
            }
            rest = later
        }
        return endings
    }

    /// Why a step is not taken now; nil when it is.
    private func objection(to step: BatchStep, report: inout BatchReport) -> StepEnding? {
        guard report.stopped == nil else { return .withdrawn("the storage failed") }
        guard !stop.isSet else { return fail(step, .pending("the librarian is stopping"), report: &report) }
        if let leader = step.leader, report.leaves(leader) {
            return fail(step, .pending("the photo that it belongs to was not filed"), report: &report)
        }
        return nil
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

    private func begin(_ step: BatchStep, report: inout BatchReport) -> Turn {
        do {
            switch step {
            case .file(let placement): return try begin(step, placement, report: &report)
            case .fileSidecar(let placement):
                let folder = try originals.folder(of: placement.to)
                return try move(step, placement.sidecar.source, to: folder, as: placement.to.name, report: &report)
            case .remove(let file, let stored, _): return .ended(remove(file, stored: stored, report: &report))
            case .quarantine(let file, let path, _):
                let folder = try quarantine.folder(of: path)
                return try move(step, file.source, to: folder, as: path.name, report: &report)
            case .evict(let displaced, let path):
                guard let source = try source(of: displaced) else {
                    return .ended(conclude(step, .success(.vanished), report: &report))
                }
                return try move(step, source, to: quarantine.folder(of: path), as: path.name, report: &report)
            case .removeCopy(let copy, _): return .ended(try remove(copy))
            case .relocate, .adopt, .adoptSidecar: return .ended(.done(remark: nil))
            }
        } catch {
            return .ended(conclude(step, .failure(error), report: &report))
        }
    }

    private func begin(_ step: BatchStep, _ placement: Placement, report: inout BatchReport) throws -> Turn {
        guard placement.purpose.moves else {
            // The file itself turns out to be a duplicate as soon as the row is there.
            deferred.append(PreparedGroup(placement.file))
            return .ended(.done(remark: nil))
        }
        if let reason = blocked[placement.to] {
            let sentence = "\(placement.file.inboxPath) stays in the inbox: \(reason)"
            return .ended(fail(step, .trouble(sentence), report: &report))
        }
        let folder = try originals.folder(of: placement.to)
        return try move(step, placement.file.source, to: folder, as: placement.to.name, report: &report)
    }

    private func move(
        _ step: BatchStep, _ source: SourceFile, to folder: Folder, as name: String, report: inout BatchReport
    ) throws -> Turn {
        let result = try mover.move(source, to: folder, as: name)
        guard result != .crossesMounts else {
            return .crosses(CrossingFile(source: source, target: folder, name: Array(name.utf8)))
        }
        return .ended(conclude(step, .success(result), report: &report))
    }

    /// What a move, by whatever way, means for its step.
    private func conclude(
        _ step: BatchStep, _ result: Result<PlacementMove.Result, any Error>, report: inout BatchReport
    ) -> StepEnding {
        do {
            switch step {
            case .file(let placement):
                let size = placement.file.stamp.size
                let success: FileOutcome = placement.purpose == .heal ? .healed(size) : .filed(size)
                return end(placement.file, try result.get(), success: success, report: &report)
            case .fileSidecar(let placement):
                let success = FileOutcome.filed(placement.sidecar.stamp.size)
                return end(placement.sidecar, try result.get(), success: success, report: &report)
            case .quarantine(let file, _, let reason):
                return end(file, try result.get(), success: .quarantined(reason), report: &report)
            case .evict(let displaced, _): return end(displaced, result)
            case .remove, .removeCopy, .relocate, .adopt, .adoptSidecar:
                _ = try result.get()
                return .done(remark: nil)
            }
        } catch let error as FileError where error.concernsStorage {
            report.stopped = error
            return fail(step, .pending("Storage has no room or cannot be written: \(error)"), report: &report)
        } catch {
            let path = step.file?.inboxPath ?? "a file"
            return fail(step, .trouble("\(path) stays where it is: \(error)"), report: &report)
        }
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
        case .crossesMounts: outcome = .pending("its place is on another mount")
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

    private func end(_ displaced: DisplacedFile, _ result: Result<PlacementMove.Result, any Error>) -> StepEnding {
        let reason: String
        switch result {
        case .success(.placed(let remark)): return .done(remark: remark)
        case .success(.unclear(let error)):
            blocked[displaced.place] = "nobody can say yet whether \(displaced.path) was put aside: \(error)"
            return .unclear
        case .success(.taken): reason = "its place in the quarantine was taken meanwhile"
        case .success(.stopped): reason = "the librarian is stopping"
        case .success(.vanished), .success(.replaced): reason = "it is another file now"
        case .success(.crossesMounts): reason = "the quarantine is on another mount"
        case .failure(let error): reason = "\(error)"
        }
        blocked[displaced.place] = "\(displaced.path) cannot be put aside: \(reason)"
        return .withdrawn(reason)
    }

    private func source(of displaced: DisplacedFile) throws -> SourceFile? {
        guard let file = try originals.open(displaced.place) else { return nil }
        return SourceFile(
            name: Array(displaced.place.name.utf8), folder: try originals.folder(of: displaced.place), file: file,
            stamp: displaced.stamp, fingerprint: displaced.fingerprint)
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
        defer {
            removal.finish()
            mover.finish()
        }
        var report = BatchReport()
        try carryOut(steps, report: &report)
        if let stopped = report.stopped { throw stopped }
    }

    private func fail(_ step: BatchStep, _ outcome: FileOutcome, report: inout BatchReport) -> StepEnding {
        if let file = step.file { report.add(file, outcome) }
        return .withdrawn(outcome.reason ?? "it was not done")
    }
}
