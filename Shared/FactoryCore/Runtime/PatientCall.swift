import Dispatch
import Synchronization

/// A call that may hang in the kernel, such as one about a network mount: it is waited for only so long. While it hangs no
/// other one is made, so that no threads pile up.
public final class PatientCall<Value: Sendable>: Sendable {
    /// Who waits for the answer; nobody once it has come or the time is over.
    private final class Waiter: Sendable {
        private enum State {
            case expected
            case waiting(CheckedContinuation<Value?, Never>)
            case told
        }

        private let state = Mutex(State.expected)

        func wait(_ continuation: CheckedContinuation<Value?, Never>) {
            let isLate = state.withLock { state in
                guard case .expected = state else { return true }
                state = .waiting(continuation)
                return false
            }
            // Cancelled before it could begin to wait.
            if isLate { continuation.resume(returning: nil) }
        }

        func tell(_ value: Value?) {
            let waiting = state.withLock { state -> CheckedContinuation<Value?, Never>? in
                defer { state = .told }
                guard case .waiting(let continuation) = state else { return nil }
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
        let waiter = Waiter()
        return await withTaskCancellationHandler {
            await ask(waiter)
        } onCancel: {
            waiter.tell(nil)
        }
    }

    private func ask(_ waiter: Waiter) async -> Value? {
        await withCheckedContinuation { continuation in
            waiter.wait(continuation)
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
