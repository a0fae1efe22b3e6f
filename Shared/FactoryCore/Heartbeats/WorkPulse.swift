import Synchronization

/// Beats while a piece of work gets on that takes long, such as a large file that is read: it is not one that hangs.
public final class WorkPulse: Sendable {
    private let beats = Atomic(0)

    public init() {}

    /// How often it has beaten.
    public var count: Int { beats.load(ordering: .relaxed) }

    /// Cheap enough for every block of a file.
    public func beat() {
        beats.add(1, ordering: .relaxed)
    }
}
