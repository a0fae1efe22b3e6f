/// What a worker has done.
public struct WorkTally: Sendable, Hashable {
    public var done = 0
    public var failed = 0
    /// What another replica took over, because this one was too slow to renew its claim.
    public var lost = 0

    mutating func add(_ other: WorkTally) {
        done += other.done
        failed += other.failed
        lost += other.lost
    }
}

extension WorkTally {
    /// For the progress bar.
    func reading(of total: Int) -> ProgressReading {
        ProgressReading(
            done: done + failed, total: max(total, done + failed), caption: "\(done) done, \(failed) failed")
    }
}
