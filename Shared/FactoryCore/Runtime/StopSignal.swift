import Synchronization

/// Tells long work that it should come to an orderly end, unlike a cancellation, which also cuts off what must be
/// finished.
public final class StopSignal: Sendable {
    private let flag = Atomic(false)

    /// A signal that is not set.
    public init() {}

    /// Whether the work should end. Cheap enough to ask for every file.
    public var isSet: Bool { flag.load(ordering: .relaxed) }

    /// Sets the signal, for good.
    public func set() {
        flag.store(true, ordering: .relaxed)
    }

    /// Sleeps for `duration`, or until this is set or the task is cancelled.
    public func sleep(for duration: Duration) async {
        let end = ContinuousClock.now.advanced(by: duration)
        while !isSet, !Task.isCancelled, ContinuousClock.now < end {
            try? await Task.sleep(for: min(.milliseconds(200), end - .now))
        }
    }
}
