import Glibc

/// Waits for a socket in short steps, so that a waiting thread notices when its task is cancelled.
enum SocketWait {
    enum Outcome {
        case ready
        /// Nothing happened within one step; there is time left.
        case again
        case expired
        /// There is no socket to wait for.
        case failed
    }

    static func once(_ socket: Int32, writing: Bool, deadline: ContinuousClock.Instant) -> Outcome {
        guard socket >= 0 else { return .failed }
        let left = deadline - .now
        guard left > .zero else { return .expired }
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN | (writing ? POLLOUT : 0)), revents: 0)
        let step = min(left, .milliseconds(200))
        let milliseconds =
            Int32(step.components.attoseconds / 1_000_000_000_000_000) + Int32(step.components.seconds) * 1000
        switch poll(&descriptor, 1, max(1, milliseconds)) {
        case 1...: return .ready
        case 0: return .again
        default: return errno == EINTR ? .again : .failed
        }
    }
}
