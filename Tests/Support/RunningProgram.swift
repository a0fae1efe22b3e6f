internal import Glibc

/// Starts a program, lends it to `body`, and kills it if it still runs afterwards. Parameters as in `ProgramRun.run`.
public func withRunning<Result>(
    _ program: TestProgram, _ arguments: [String] = [], environment: [String: String] = [:],
    in folder: TestFolder? = nil,
    _ body: (RunningProgram) async throws -> Result
) async throws -> Result {
    let running = try RunningProgram(program, arguments, environment: environment, in: folder)
    do {
        let result = try await body(running)
        await running.kill()
        return result
    } catch {
        await running.kill()
        throw error
    }
}

/// A program that a test started: it can be signalled, its output read while it runs, its end awaited.
///
/// Its output goes to files rather than pipes, so that nothing has to be drained while it runs.
public actor RunningProgram {
    private let name: String
    private let process: pid_t
    private let output: OutputFile
    private let errors: OutputFile
    private var waitStatus: Int32?

    init(_ program: TestProgram, _ arguments: [String], environment: [String: String], in folder: TestFolder?) throws {
        name = program.name
        output = try OutputFile()
        errors = try OutputFile()
        process = try ProcessStart(
            file: program.file(), arguments: arguments, environment: environment, folder: folder?.path,
            output: output.descriptor, errors: errors.descriptor
        ).spawn()
    }

    /// Sends a signal; does nothing once the program has ended.
    public func send(_ signal: Int32) {
        if !hasEnded() { Glibc.kill(process, signal) }
    }

    /// Sends a signal to the program and then to the processes that it has started itself.
    public func sendToFamily(_ signal: Int32) {
        guard !hasEnded() else { return }
        Glibc.kill(process, signal)
        for child in ProcessFacts(process).children { Glibc.kill(child, signal) }
    }

    /// How many open files the kernel's table of them has room for; nil when the process is gone.
    public var descriptorTableSize: Int? {
        hasEnded() ? nil : ProcessFacts(process).descriptorTableSize
    }

    /// How many arenas the C library's allocator made for threads; nil when the process is gone.
    public var allocatorArenas: Int? {
        hasEnded() ? nil : ProcessFacts(process).allocatorArenas
    }

    /// The most memory that it ever held, in kilobytes.
    public func peakMemory() throws -> Int {
        guard !hasEnded(), let peak = ProcessFacts(process).peakMemory else {
            throw SupportError("\(name) has no memory that could be asked for.")
        }
        return peak
    }

    /// Asks the program to stop as a supervisor would (SIGTERM).
    public func terminate() {
        send(SIGTERM)
    }

    /// Ends the program at once (SIGKILL) and waits until the system has let go of it.
    public func kill() {
        send(SIGKILL)
        if waitStatus == nil { reap(options: 0) }
    }

    /// Whether it has ended, by itself or by a signal.
    public func hasEnded() -> Bool {
        if waitStatus == nil { reap(options: WNOHANG) }
        return waitStatus != nil
    }

    /// Everything written to standard error so far.
    public func log() throws -> String {
        try errors.text()
    }

    /// Waits for the program's own end; kills it and throws `SupportError` when that takes longer than `timeout`.
    public func end(within timeout: Duration) async throws -> ProgramRun {
        let deadline = ContinuousClock.now + timeout
        while !hasEnded() {
            if ContinuousClock.now > deadline {
                kill()
                throw SupportError("\(name) did not end within \(timeout); its log: \(try log())")
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        return ProgramRun(exitCode: exitCode(), standardOutput: try output.text(), standardError: try errors.text())
    }

    /// Waits until standard error holds `text`; throws `SupportError` when the program ends or the time is over first.
    public func waitForLog(_ text: String, within timeout: Duration = .seconds(120)) async throws {
        let deadline = ContinuousClock.now + timeout
        while !(try log().contains(text)) {
            if hasEnded() || ContinuousClock.now > deadline {
                throw SupportError("\(name) did not log “\(text)” within \(timeout); its log: \(try log())")
            }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    private func reap(options: Int32) {
        var status: Int32 = 0
        while true {
            let result = waitpid(process, &status, options)
            if result == process { waitStatus = status }
            if result >= 0 || errno != EINTR { return }
        }
    }

    /// The macros of wait(2) are not visible to Swift: the low seven bits are the signal, the next byte the code.
    private func exitCode() -> Int32 {
        let status = waitStatus ?? 0
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
