import FactoryCore

/// Looks at the inbox without opening files: what is there, what is quiet, what has to wait. Runs on a thread of its
/// own and remembers the files that wait.
actor InboxReader {
    /// When a file that needs a look by somebody is tried again.
    private static let retryTrouble: Duration = .seconds(60)

    private let executor = BlockingExecutor(label: "inbox")
    private let inbox: Folder
    private let clock: any WallClock
    private let start: Timestamp
    private let quiet: Duration
    private let incompleteAfter: Duration
    private var tracker: StabilityTracker
    private var walk: InboxWalk?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ inbox: Folder, quiet: Duration, incompleteAfter: Duration, clock: any WallClock) {
        self.inbox = inbox
        self.clock = clock
        start = clock.now
        self.quiet = quiet
        self.incompleteAfter = incompleteAfter
        tracker = StabilityTracker(rules: StabilityRules(quiet: quiet))
    }

    /// The next part of a walk through the whole inbox; nil at its end, after which another one begins.
    func scan(_ limit: Int) throws(FileError) -> Sifted? {
        if walk == nil { walk = try InboxWalk(inbox, start: start) }
        do {
            if let entries = try walk?.next(limit), !entries.isEmpty { return sift(entries) }
        } catch {
            walk = nil
            throw error
        }
        walk = nil
        return nil
    }

    /// Lets the next scan begin at the beginning: the one before was given up.
    func beginAnew() {
        walk = nil
    }

    /// How many files there are at the moment, by names alone.
    func count() throws(FileError) -> Int {
        var walk = try InboxWalk(inbox, start: start)
        var count = 0
        while case let entries = try walk.next(1024), !entries.isEmpty { count += entries.count }
        return count
    }

    /// Looks at single files. Those that have gone are settled.
    ///
    /// - Parameter areHints: whether the paths were only heard of: what nobody has seen before, such as a temporary file
    ///   that got its real name, does not count as vanished.
    func look(at paths: [RelativePath], areHints: Bool) -> Sifted {
        var gone: [SettledFile] = []
        let entries = paths.compactMap { path -> InboxEntry? in
            let entry = entry(at: path)
            if entry == nil, tracker.forget(path) || !areHints {
                gone.append(SettledFile(path: path, stamp: nil, outcome: .vanished))
            }
            return entry
        }
        var sifted = sift(entries)
        sifted.settled += gone
        return sifted
    }

    /// Takes note of what became of files, so that those which stay are looked at again at the right time.
    func remember(_ files: [SettledFile]) {
        for file in files {
            guard let stamp = file.stamp, file.outcome.stays else {
                tracker.forget(file.path)
                continue
            }
            switch file.outcome {
            case .ignored: tracker.ignore(file.path, stamp, now: clock.now)
            case .incomplete: postpone(file.path, stamp, by: untilTakenAsItIs(stamp))
            case .trouble: postpone(file.path, stamp, by: Self.retryTrouble)
            // Also without a quiet time a file that grows is not read over and over.
            default: postpone(file.path, stamp, by: max(quiet, .seconds(1)))
            }
        }
    }

    /// The files whose time has come.
    func due() -> [RelativePath] { tracker.due(at: .now) }

    /// When the next waiting file's time comes; nil when none waits.
    func nextDue() -> ContinuousClock.Instant? { tracker.nextDue }

    /// How many files wait, and since when the first of them does.
    func waiting() -> (count: Int, since: Timestamp?) { (tracker.waitingCount, tracker.oldestWaiting) }

    /// What stands at a path now; nil when no file does.
    private func entry(at path: RelativePath) -> InboxEntry? {
        do throws(FileError) {
            guard let stamp = try inbox.folder(path.folders).stamp(path.name), !stamp.isFolder else { return nil }
            return InboxEntry(path: path, sort: InboxSort.of(path.name, stamp))
        } catch {
            return error.isMissing ? nil : InboxEntry(path: path, sort: .unreadable("\(error)"))
        }
    }

    private func sift(_ entries: [InboxEntry]) -> Sifted {
        var sifted = Sifted()
        for entry in entries {
            switch entry.sort {
            case .ignored(let reason):
                tracker.forget(entry.path)
                sifted.settled.append(SettledFile(path: entry.path, stamp: nil, outcome: .ignored(reason)))
            case .unreadable(let reason):
                tracker.delay(entry.path, until: .now + Self.retryTrouble)
                sifted.settled.append(SettledFile(path: entry.path, stamp: nil, outcome: .trouble(reason)))
            case .file(let stamp):
                switch tracker.judge(entry.path, stamp, now: clock.now, moment: .now) {
                case .ready: sifted.stable.append(StableFile(path: entry.path, stamp: stamp))
                case .waiting: sifted.waiting.append(entry.path)
                case .ignored:
                    let outcome = FileOutcome.ignored("neither a photo nor a video")
                    sifted.settled.append(SettledFile(path: entry.path, stamp: stamp, outcome: outcome))
                }
            }
        }
        return sifted
    }

    private func untilTakenAsItIs(_ stamp: FileStamp) -> Duration {
        max(quiet, stamp.changed.adding(incompleteAfter).duration(since: clock.now))
    }

    private func postpone(_ path: RelativePath, _ stamp: FileStamp, by delay: Duration) {
        tracker.postpone(path, stamp, by: delay, now: clock.now, moment: .now)
    }
}
