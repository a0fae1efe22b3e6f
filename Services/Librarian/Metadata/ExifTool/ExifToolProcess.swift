import FactoryCore
import Glibc

/// One running ExifTool, with a socket to its standard input and output. When this goes away the process does.
final class ExifToolProcess: Sendable {
    private static let blockSize = 64 << 10
    /// How long a process that was told to end is waited for.
    private static let endPatience: Duration = .seconds(1)

    private let process: pid_t
    private let socket: Int32
    private let lifeline: Int32

    /// - Parameter program: the file to execute.
    init(program: String) throws(ExifToolError) {
        let start = ExifToolStart(program: program)
        (process, socket, lifeline) = try start.run()
    }

    deinit {
        // The guard kills ExifTool, collects it and ends. ExifTool only reads, so that nothing is lost.
        close(socket)
        close(lifeline)
        let end = ContinuousClock.now + Self.endPatience
        while !hasEnded, ContinuousClock.now < end { usleep(2000) }
        // Not yet collected, the process keeps its number, and its group is none but its own.
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// - Parameter stop: ends the waiting.
    /// - Returns: what was written before the line that ends the answer.
    func answer(
        to question: ExifToolQuestion, within limit: Duration, unless stop: StopSignal
    ) throws(ExifToolError) -> [UInt8] {
        let deadline = ContinuousClock.now + limit
        try send(question.request)
        var answer = ExifToolAnswer(endingWith: question.endOfAnswer)
        while true {
            try wait(until: deadline, unless: stop)
            if let part = try receive(), let whole = try answer.take(part) { return whole }
        }
    }

    /// A question is far shorter than what a socket takes without waiting.
    private func send(_ bytes: [UInt8]) throws(ExifToolError) {
        let count = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        guard count == bytes.count else { throw .ended }
    }

    /// Waits in short steps, so that the librarian can stop meanwhile.
    private func wait(until deadline: ContinuousClock.Instant, unless stop: StopSignal) throws(ExifToolError) {
        while true {
            guard !stop.isSet else { throw .stopped }
            guard ContinuousClock.now < deadline else { throw .late }
            var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            if poll(&descriptor, 1, 100) > 0 { return }
        }
    }

    /// Nil when there was nothing after all.
    private func receive() throws(ExifToolError) -> [UInt8]? {
        var failure: Int32 = 0
        let part = [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, filled in
            let count = recv(socket, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
            failure = count < 0 ? errno : 0
            filled = max(0, count)
        }
        if [EINTR, EAGAIN].contains(failure) { return nil }
        guard failure == 0, !part.isEmpty else { throw .ended }
        return part
    }

    private var hasEnded: Bool {
        var information = siginfo_t()
        // Without collecting it.
        return waitid(P_PID, id_t(process), &information, Int32(WEXITED | WNOHANG | WNOWAIT)) != 0
            || information.si_signo == SIGCHLD
    }
}
