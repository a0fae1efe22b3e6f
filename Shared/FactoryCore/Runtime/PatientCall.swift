import Dispatch
import Synchronization

/// A call that may hang in the kernel, such as one about a network mount: it is waited for only so long. While it hangs no
/// other one is made, so that no threads pile up.
public final class PatientCall<Value: Sendable>: Sendable {
    /// Who waits for the answer; nobody once it has come or the time is over.
    private final class Waiter: Sendable {
        private let continuation: Mutex<CheckedContinuation<Value?, Never>?>

        init(_ continuation: CheckedContinuation<Value?, Never>) {
            self.continuation = Mutex(continuation)
        }

        func tell(_ value: Value?) {
            let waiting = continuation.withLock { continuation in
                defer { continuation = nil }
                return continuation
            }
            waiting?.resume(returning: value)
        }
    }

    private let queue: DispatchQueue
    private let limit: Duration
    private let isHanging = Mutex(false)
    private let body: @Sendable () -> Value

    /// - Parameters:
    ///   - label: the thread's name in debuggers and profilers.
    ///   - limit: how long to wait.
    public init(label: String, limit: Duration, _ body: @escaping @Sendable () -> Value) {
        queue = DispatchQueue(label: label)
        self.limit = limit
        self.body = body
    }

    /// The answer; nil when it has not come in time, or an earlier call still hangs.
    public func answer() async -> Value? {
        let isFree = isHanging.withLock { isHanging in
            defer { isHanging = true }
            return !isHanging
        }
        guard isFree else { return nil }
        return await withCheckedContinuation { continuation in
            let waiter = Waiter(continuation)
            queue.async { [self] in
                let value = body()
                isHanging.withLock { $0 = false }
                waiter.tell(value)
            }
            let milliseconds = Int(limit / .milliseconds(1))
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { waiter.tell(nil) }
        }
    }
}
