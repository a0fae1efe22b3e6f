import Dispatch

/// Runs an actor on a thread of its own, so that it may block in C libraries and system calls without taking a
/// thread from the cooperative pool.
public final class BlockingExecutor: SerialExecutor {
    private let queue: DispatchQueue

    /// - Parameter label: the thread's name in debuggers and profilers.
    public init(label: String) {
        queue = DispatchQueue(label: label)
    }

    /// Runs `job` after those that were enqueued before it.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    /// Runs `body` on the executor's thread.
    package func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result(catching: body)) }
        }
    }
}
