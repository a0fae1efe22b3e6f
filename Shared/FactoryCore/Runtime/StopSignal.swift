import Synchronization

/// Tells long work that it should come to an orderly end, unlike a cancellation, which also cuts off what must be
/// finished.
public final class StopSignal: Sendable {
    private let flag = Atomic(false)

    public init() {}

    public var isSet: Bool { flag.load(ordering: .relaxed) }

    public func set() {
        flag.store(true, ordering: .relaxed)
    }
}
