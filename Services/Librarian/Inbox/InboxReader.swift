import FactoryCore
import Synchronization

/// Looks at the inbox without opening files: what is there, what is quiet, what has to wait. Runs on a thread of its
/// own and remembers the files that wait.
actor InboxReader {
    /// When a file that needs a look by somebody is tried again.
    private static let retryTrouble: Duration = .seconds(60)
    /// Counting all that wait takes time, and is done this often while files come and go.
    private static let publicationInterval: Duration = .seconds(1)

    /// Between two looks at the whole inbox at least so much time passes, or as much as the first of them took.
    private static let shortestPause: Duration = .seconds(5)

    private let executor = BlockingExecutor(label: "inbox")
    private let inbox: Folder
    private let clock: any WallClock
    private let start: Timestamp
    private let quiet: Duration
    private let incompleteAfter: Duration
    private let groupAfter: Duration
    private var tracker: StabilityTracker
    private var walk: InboxWalk?
    /// Read by those who must not wait for a disk that hangs.
    private nonisolated let published = Mutex(WaitingFiles())
    private var nextPublication = ContinuousClock.now
    private var lookBegan = ContinuousClock.now
    /// When the whole inbox may be looked at again for files that are not remembered.
    private var nextLook = ContinuousClock.now

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - incompleteAfter: how long after its last change a file that lacks its end is taken as it is.
    ///   - groupAfter: how long after its last change a file goes without the company that it announces.
    init(
        _ inbox: Folder, quiet: Duration, incompleteAfter: Duration, groupAfter: Duration = .zero, clock: any WallClock
    ) {
        self.inbox = inbox
        self.clock = clock
        start = clock.now
        self.quiet = quiet
        self.incompleteAfter = incompleteAfter
        self.groupAfter = groupAfter
        tracker = StabilityTracker(rules: StabilityRules(quiet: quiet))
    }

    /// The next part of a walk through the whole inbox; nil at its end, after which another one begins.
    func scan(_ limit: Int) throws(FileError) -> Sifted? {
        if walk == nil {
            walk = try InboxWalk(inbox, start: start)
            lookBegan = .now
            tracker.beginLook()
        }
        do {
            if let companies = try walk?.next(limit), !companies.isEmpty {
                var sifted = sift(companies)
                sifted.isLast = walk?.isAtEnd == true
                return sifted
            }
        } catch {
            walk = nil
            throw error
        }
        walk = nil
        nextLook = .now + max(Self.shortestPause, .now - lookBegan)
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
        while case let companies = try walk.next(1024), !companies.isEmpty {
            count += companies.reduce(0) { $0 + $1.count }
        }
        return count
    }

    /// The given files and those that may belong together with them.
    func companies(of paths: [RelativePath]) -> [[RelativePath]] {
        let byFolder = Dictionary(grouping: paths) { Array($0.folders) }
        return byFolder.flatMap { folder, paths in
            let wanted = Set(paths.map(\.name))
            return ((try? names(in: folder, with: wanted)) ?? paths.map { [$0.name] }).map { names in
                names.compactMap { RelativePath(components: folder + [$0]) }
            }
        }
    }

    /// Also of names that are there no more.
    private func names(in folder: [[UInt8]], with wanted: Set<[UInt8]>) throws(FileError) -> [[[UInt8]]] {
        let listing = try FolderListing(inbox.folder(folder[...]))
        let beginnings = Set(wanted.map { CompanyBeginning($0) })
        var names: [[UInt8]] = []
        while let name = try listing.next() {
            if beginnings.contains(CompanyBeginning(name)) { names.append(name) }
        }
        let found = FolderCompanies.companies(names).filter { $0.contains { wanted.contains($0) } }
        return found + wanted.subtracting(names).map { [$0] }
    }

    /// Looks at single files, those together that belong together. Those that have gone are settled.
    ///
    /// - Parameters:
    ///   - companies: as `companies(of:)` answers.
    ///   - areHints: whether the paths were only heard of: what nobody has seen before, such as a temporary file that got
    ///     its real name, does not count as vanished.
    func look(at companies: [[RelativePath]], areHints: Bool) -> Sifted {
        var gone: [SettledFile] = []
        let entries = companies.map { paths in
            paths.compactMap { path -> InboxEntry? in
                let entry = entry(at: path)
                if entry == nil, tracker.forget(path) || !areHints {
                    gone.append(SettledFile(path: path, stamp: nil, outcome: .vanished))
                }
                return entry
            }
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
            case .incomplete: postpone(file.path, stamp, by: rest(of: incompleteAfter, for: stamp))
            case .awaiting: postpone(file.path, stamp, by: rest(of: groupAfter, for: stamp))
            case .trouble: postpone(file.path, stamp, by: Self.retryTrouble)
            // Also without a quiet time a file that grows is not read over and over.
            default: postpone(file.path, stamp, by: max(quiet, .seconds(1)))
            }
        }
        if nextPublication <= .now { publish() }
    }

    /// The files whose time has come.
    func due() -> [RelativePath] { tracker.due(at: .now) }

    /// Whether the time has come of files that only a look at the whole inbox finds: more wait than are remembered.
    func needsLook() -> Bool { crowdDue.map { $0 <= .now } ?? false }

    private var crowdDue: ContinuousClock.Instant? { tracker.crowdDue.map { max($0, nextLook) } }

    /// When the next waiting file's time comes; nil when none waits.
    func nextDue() -> ContinuousClock.Instant? {
        publish()
        return [tracker.nextDue, crowdDue].compactMap { $0 }.min()
    }

    /// What waits, as of the last time that the reader had a moment.
    nonisolated var waiting: WaitingFiles { published.withLock { $0 } }

    private func publish() {
        let files = WaitingFiles(count: tracker.waitingCount, since: tracker.oldestWaiting)
        published.withLock { $0 = files }
        nextPublication = .now + Self.publicationInterval
    }

    /// What stands at a path now; nil when no file does.
    private func entry(at path: RelativePath) -> InboxEntry? {
        do throws(FileError) {
            guard let stamp = try inbox.folder(path.folders).stamp(path.name), !stamp.isFolder else { return nil }
            return InboxEntry(path: path, sort: InboxSort.of(path.name, stamp))
        } catch {
            return error.isMissing ? nil : InboxEntry(path: path, sort: .unreadable("\(error)"))
        }
    }

    private func sift(_ companies: [[InboxEntry]]) -> Sifted {
        var sifted = Sifted()
        for company in companies { sift(company, into: &sifted) }
        if nextPublication <= .now { publish() }
        return sifted
    }

    /// What belongs together goes together: as long as one of them changes the others wait, though not for ever.
    private func sift(_ company: [InboxEntry], into sifted: inout Sifted) {
        var ready: [StableFile] = []
        var waiting: [RelativePath] = []
        for entry in company {
            switch entry.sort {
            case .ignored(let reason):
                tracker.forget(entry.path)
                sifted.settled.append(SettledFile(path: entry.path, stamp: nil, outcome: .ignored(reason)))
            case .unreadable(let reason):
                tracker.delay(entry.path, until: .now + Self.retryTrouble)
                sifted.settled.append(SettledFile(path: entry.path, stamp: nil, outcome: .trouble(reason)))
            case .file(let stamp):
                switch tracker.judge(entry.path, stamp, now: clock.now, moment: .now) {
                case .ready: ready.append(StableFile(path: entry.path, stamp: stamp))
                case .waiting: waiting.append(entry.path)
                case .ignored:
                    let outcome = FileOutcome.ignored("neither a photo nor a video")
                    sifted.settled.append(SettledFile(path: entry.path, stamp: stamp, outcome: outcome))
                }
            }
        }
        let held = waiting.isEmpty ? [] : hold(ready, for: waiting)
        sifted.waiting += waiting + held
        let free = ready.filter { !held.contains($0.path) }
        if !free.isEmpty { sifted.stable.append(StableGroup(free)) }
    }

    /// - Returns: those that wait; none when the time is over for which one of them waits for company.
    private func hold(_ ready: [StableFile], for others: [RelativePath]) -> [RelativePath] {
        let now = clock.now
        let isOver = ready.contains { file in
            let end = file.stamp.changed.adding(groupAfter)
            return end <= now || file.stamp.changed > now.adding(groupAfter)
        }
        guard !isOver else { return [] }
        for file in ready {
            let patience = file.stamp.changed.adding(groupAfter).duration(since: now)
            tracker.wait(file.path, file.stamp, for: others, patience: patience, now: now, moment: .now)
        }
        return ready.map(\.path)
    }

    /// How much of the time is left for which a file is waited for.
    private func rest(of patience: Duration, for stamp: FileStamp) -> Duration {
        max(quiet, stamp.changed.adding(patience).duration(since: clock.now))
    }

    private func postpone(_ path: RelativePath, _ stamp: FileStamp, by delay: Duration) {
        tracker.postpone(path, stamp, by: delay, now: clock.now, moment: .now)
    }
}
