import FactoryCore

/// The examiner's place in the line.
extension Examiner {
    /// Examines portions until no more come, on the examiner's thread from one to the next.
    ///
    /// - Parameters:
    ///   - limit: waits as long as so many examinations wait for somebody to take them.
    ///   - failed: leaves the files where they are.
    func examine(
        _ files: BatchQueue<Portion>, into queue: BatchQueue<Examination>, whileFewerThan limit: Int,
        unless failed: StopSignal
    ) async {
        // Swift 6.3.1 leaves out the change to the actor's thread where nothing of the actor is touched before the first `await`
        // of a function that stays with its caller: where that had not to wait, files were examined on a thread of others, until
        // the runtime noticed and ended the program.
        beginPortion()
        while true {
            await queue.awaitFewer(than: limit)
            guard let portion = await files.take().first else { return }
            let groups = portion.groups
            await queue.put(
                failed.isSet ? groups.flatMap(Self.leave) : examine(groups), following: portion.following)
        }
    }

    private static func leave(_ group: StableGroup) -> [Examination] {
        group.files.map { .settled(SettledFile(path: $0.path, stamp: $0.stamp, outcome: .filingStopped)) }
    }
}
