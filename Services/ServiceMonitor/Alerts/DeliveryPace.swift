import FactoryCore

/// How long a server that fails is left alone, and when it is time to complain.
struct DeliveryPace: Sendable {
    /// One failure, or two, is no reason to complain.
    private static let patience = 3

    private var backoff: Backoff
    private var failures = 0
    private var failure: String?
    private var refusal: String?
    private var nextTry: ContinuousClock.Instant?

    /// - Parameter backoff: after failures that may pass.
    init(backoff: Backoff) {
        self.backoff = backoff
    }

    /// Why alerts cannot be delivered; nil while they can, as far as is known.
    var complaint: String? { refusal ?? (failures >= Self.patience ? failure : nil) }

    /// Whether it is time for a try.
    func isOpen(now: ContinuousClock.Instant) -> Bool {
        nextTry.map { $0 <= now } ?? true
    }

    /// Takes in how a try ended.
    mutating func note(_ outcome: DeliveryOutcome, now: ContinuousClock.Instant) {
        switch outcome {
        case .delivered:
            calm()
            refusal = nil
        case .failed(let reason):
            failures += 1
            failure = reason
            nextTry = now + backoff.delay()
        case .refused(let reason):
            refusal = reason
        }
    }

    /// Forgets what may have passed by itself, when nothing is to be told any more. A refusal stays: the next alert would
    /// meet it again.
    mutating func calm() {
        backoff.reset()
        (failures, failure, nextTry) = (0, nil, nil)
    }
}
