import FactoryCore

/// Remembers the files of the inbox that are not to be read now, and when to look at each of them again.
///
/// Bounded: what it has no room for is only counted, and met again by a look at the whole inbox, for which it says the time.
struct StabilityTracker: Sendable {
    typealias Moment = ContinuousClock.Instant

    enum Judgement: Sendable, Equatable {
        case ready
        /// It changed lately, or it was found unfinished and has not changed since.
        case waiting
        /// It was found to be no photo or video, and has not changed since.
        case ignored
    }

    private struct Memory: Sendable {
        let stamp: FileStamp
        let firstSeen: Timestamp
        let isIgnored: Bool
        /// When to look again; nil for never, unless it changes.
        let due: Moment?
    }

    /// Files that wait and are not remembered one by one.
    private struct Crowd: Sendable {
        var count = 0
        /// Since when there has been one.
        var since: Timestamp?
        /// When the first of them is due.
        var due: Moment?
    }

    private let rules: StabilityRules
    private let waitingCapacity: Int
    private let ignoredCapacity: Int
    private var memories: [RelativePath: Memory] = [:]
    private var remembersIgnored = 0
    private var crowd = Crowd()
    private var crowdedSince: Timestamp?

    /// - Parameters:
    ///   - waitingCapacity: how many files that wait are remembered.
    ///   - ignoredCapacity: how many that are no photos; more are read again at every look.
    init(rules: StabilityRules, waitingCapacity: Int = 10_000, ignoredCapacity: Int = 50_000) {
        self.rules = rules
        self.waitingCapacity = waitingCapacity
        self.ignoredCapacity = ignoredCapacity
    }

    /// A look at the whole inbox begins, which meets the crowd again.
    mutating func beginLook() {
        crowdedSince = crowd.since
        crowd = Crowd()
    }

    /// When the whole inbox should be looked at for those that are not remembered; nil when there are none.
    var crowdDue: Moment? { crowd.due }

    /// Whether the file may be read now.
    ///
    /// - Parameters:
    ///   - now: the time of day, which file times are compared with.
    ///   - moment: a clock that never jumps, which waiting is measured by: a share's clock may differ from ours.
    mutating func judge(_ path: RelativePath, _ stamp: FileStamp, now: Timestamp, moment: Moment) -> Judgement {
        let known = memories[path]
        if let known, known.stamp == stamp {
            if known.isIgnored { return .ignored }
            if let due = known.due, due <= moment { return .ready }
            return .waiting
        }
        if rules.isProvenQuiet(stamp, now: now) { return .ready }
        remember(
            path, Memory(stamp: stamp, firstSeen: known?.firstSeen ?? now, isIgnored: false, due: moment + rules.quiet))
        return .waiting
    }

    /// The file was read and is not finished: look again after `delay`, or when it changes.
    mutating func postpone(_ path: RelativePath, _ stamp: FileStamp, by delay: Duration, now: Timestamp, moment: Moment)
    {
        let firstSeen = memories[path]?.firstSeen ?? now
        remember(path, Memory(stamp: stamp, firstSeen: firstSeen, isIgnored: false, due: moment + delay))
    }

    /// The file cannot be looked at: if it waits, it does so until `moment`.
    mutating func delay(_ path: RelativePath, until moment: Moment) {
        guard let known = memories[path], known.due != nil else { return }
        memories[path] = Memory(stamp: known.stamp, firstSeen: known.firstSeen, isIgnored: false, due: moment)
    }

    /// The file is ready, and waits for others: look again when the last of them is due, at most after `patience`.
    mutating func wait(
        _ path: RelativePath, _ stamp: FileStamp, for others: [RelativePath], patience: Duration, now: Timestamp,
        moment: Moment
    ) {
        let others = others.compactMap { memories[$0]?.due }.max() ?? moment + rules.quiet
        let due = max(moment + .seconds(1), min(others, moment + patience))
        let firstSeen = memories[path]?.firstSeen ?? now
        remember(path, Memory(stamp: stamp, firstSeen: firstSeen, isIgnored: false, due: due))
    }

    /// The file was read and is no photo or video: it need not be read again unless it changes.
    mutating func ignore(_ path: RelativePath, _ stamp: FileStamp, now: Timestamp) {
        remember(path, Memory(stamp: stamp, firstSeen: now, isIgnored: true, due: nil))
    }

    /// The file is not in the inbox any more.
    ///
    /// - Returns: whether it was remembered.
    @discardableResult
    mutating func forget(_ path: RelativePath) -> Bool {
        guard let memory = memories.removeValue(forKey: path) else { return false }
        if memory.isIgnored { remembersIgnored -= 1 }
        return true
    }

    /// The files that should be looked at now.
    func due(at moment: Moment) -> [RelativePath] {
        memories.compactMap { path, memory in memory.due.map { $0 <= moment } ?? false ? path : nil }
    }

    /// When the next file that is remembered should be looked at; nil when none waits.
    var nextDue: Moment? {
        memories.values.lazy.compactMap(\.due).min()
    }

    /// How many files wait.
    var waitingCount: Int {
        memories.count - remembersIgnored + crowd.count
    }

    /// Since when the longest waiting file waits.
    var oldestWaiting: Timestamp? {
        let oldest = memories.values.lazy.filter { !$0.isIgnored }.map(\.firstSeen).min()
        guard let oldest, let crowd = crowd.since else { return oldest ?? crowd.since }
        return min(oldest, crowd)
    }

    private mutating func remember(_ path: RelativePath, _ memory: Memory) {
        let known = memories[path]
        if let known, known.isIgnored { remembersIgnored -= 1 }
        if known == nil, !hasRoom(for: memory) { return enter(memory) }
        memories[path] = memory
        if memory.isIgnored { remembersIgnored += 1 }
    }

    private func hasRoom(for memory: Memory) -> Bool {
        memory.isIgnored ? remembersIgnored < ignoredCapacity : memories.count - remembersIgnored < waitingCapacity
    }

    /// Counts a file with the crowd.
    private mutating func enter(_ memory: Memory) {
        guard !memory.isIgnored else { return }
        crowd.count += 1
        crowd.since = crowd.since ?? crowdedSince ?? memory.firstSeen
        crowd.due = [crowd.due, memory.due].compactMap { $0 }.min()
    }
}
