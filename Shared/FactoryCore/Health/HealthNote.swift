/// What a service noted of itself for the health check of its container: that it lives, and whether its work hangs.
struct HealthNote: Sendable, Hashable {
    /// How long the machine had been awake when it was written, to the millisecond.
    let awake: Duration
    /// Whether work is due and nothing moves: a restart may help.
    let isHanging: Bool
    /// What the service said it was doing, in one line.
    let task: String

    init(awake: Duration, isHanging: Bool, task: String) {
        (self.awake, self.isHanging) = (awake, isHanging)
        self.task = ServerMessage.oneLine(task)
    }

    /// Reads what `text` wrote; nil for what it did not.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, let milliseconds = Int(lines[0]), milliseconds >= 0,
            let isHanging = ["hangs": true, "works": false][lines[1]]
        else { return nil }
        self.init(
            awake: .milliseconds(milliseconds), isHanging: isHanging,
            task: String(lines[2].prefix { $0 != "\n" }))
    }

    /// Three lines: the time in milliseconds, `works` or `hangs`, and the task.
    var text: String { "\(Int(awake / .milliseconds(1)))\n\(isHanging ? "hangs" : "works")\n\(task)\n" }
}
