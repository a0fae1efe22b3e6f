import FactoryCore

/// Keeps the last snapshot. It is taken when somebody asks and the last one is too old: never without a reader, and once
/// for all who ask at the same time.
actor SnapshotKeeper {
    private let reader: SnapshotReader
    private let age: Duration
    private var snapshot: Snapshot?
    private var isReading = false
    private var waiting: [CheckedContinuation<Snapshot, Never>] = []

    /// - Parameter age: how old a snapshot may be.
    init(reader: SnapshotReader, age: Duration = .seconds(2)) {
        (self.reader, self.age) = (reader, age)
    }

    /// At most `age` old when it is asked for.
    func current() async -> Snapshot {
        if let snapshot, snapshot.taken.duration(to: .now) < age { return snapshot }
        if isReading { return await withCheckedContinuation { waiting.append($0) } }
        isReading = true
        let taken = ContinuousClock.now
        let fresh = Snapshot(await reader.read(), taken: taken)
        snapshot = fresh
        isReading = false
        for continuation in waiting { continuation.resume(returning: fresh) }
        waiting = []
        return fresh
    }
}
