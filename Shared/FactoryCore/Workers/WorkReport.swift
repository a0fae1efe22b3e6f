/// What came of one pass of a worker.
struct WorkReport: Sendable, Hashable {
    let tally: WorkTally
    let wasStopped: Bool
    let duration: Duration

    var needsLook: Bool { wasStopped || tally.failed > 0 }

    /// For a person.
    var sentence: String {
        let lost = tally.lost > 0 ? ", \(tally.lost) taken over by others" : ""
        return
            "\(wasStopped ? "stopped before the end: " : "")\(tally.done) done, \(tally.failed) failed\(lost) (\(seconds) s)"
    }

    /// One JSON object on one line.
    var json: String {
        """
        {"done":\(tally.done),"failed":\(tally.failed),"lost":\(tally.lost),"stopped":\(wasStopped),"seconds":\(seconds)}
        """
    }

    private var seconds: Double { (duration / .milliseconds(1)).rounded() / 1000 }
}
