import Glibc

/// One running program under its guard. When this goes away the process group does.
final class SupervisedChild: Sendable {
    enum Stream: Sendable {
        case output, errors
    }

    /// A shell that leads the group. Asked to end it waits for the program, which is asked too. Of what is left after it, or
    /// when the other end of descriptor 3 is gone, nothing survives.
    private static let guardScript = """
        trap : TERM
        ulimit -c 0
        "$@" </dev/null 3<&- &
        child=$!
        { read -r _ <&3; kill -KILL 0; } >/dev/null 2>&1 &
        wait "$child"
        status=$?
        while kill -0 "$child" 2>/dev/null; do
            wait "$child"
            status=$?
        done
        exit "$status"
        """

    private let process: pid_t
    private let output, errors, lifeline: Int32

    init(command: [String], environment: [String]) throws(SupervisedProgramError) {
        var ours: [Int32] = []
        var theirs: [Int32] = []
        defer { theirs.forEach { close($0) } }
        do throws(SupervisedProgramError) {
            for _ in 0..<3 {
                var pair: [Int32] = [-1, -1]
                let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
                guard socketpair(AF_UNIX, type, 0, &pair) == 0 else { throw .noStart(errno) }
                ours.append(pair[0])
                theirs.append(pair[1])
            }
            process = try Self.spawn(["/bin/sh", "-c", Self.guardScript, "guard"] + command, environment, theirs)
        } catch {
            ours.forEach { close($0) }
            throw error
        }
        (output, errors, lifeline) = (ours[0], ours[1], ours[2])
    }

    deinit {
        // Not yet collected, the process keeps its number, and its group is none but its own.
        _ = collect()
        for descriptor in [output, errors, lifeline] { close(descriptor) }
    }

    var hasEnded: Bool {
        var information = siginfo_t()
        // Without collecting it.
        return waitid(P_PID, id_t(process), &information, Int32(WEXITED | WNOHANG | WNOWAIT)) != 0
            || information.si_signo == SIGCHLD
    }

    func askToEnd() {
        kill(-process, SIGTERM)
    }

    func wait(milliseconds: Int32) {
        var descriptors = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        poll(&descriptors, nfds_t(descriptors.count), milliseconds)
        // What has come to its end is ready for ever.
        if milliseconds > 0, descriptors.contains(where: { Int32($0.revents) & POLLHUP != 0 }) { usleep(2000) }
    }

    /// Takes what has come.
    ///
    /// - Returns: whether anything had.
    func receive(_ stream: Stream, _ limit: Int, _ bytes: inout [UInt8]) -> Bool {
        let part = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
            let descriptor = stream == .output ? output : errors
            filled = max(0, recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT)))
        }
        bytes += part
        return !part.isEmpty
    }

    /// Ends what is left of the group and answers the exit code. The second time there is nothing left.
    func collect() -> Int32 {
        var information = siginfo_t()
        guard waitid(P_PID, id_t(process), &information, Int32(WEXITED | WNOHANG | WNOWAIT)) == 0 else { return 0 }
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    private static func spawn(
        _ command: [String], _ environment: [String], _ channels: [Int32]
    ) throws(SupervisedProgramError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        for (channel, descriptor) in zip(channels, [STDOUT_FILENO, STDERR_FILENO, 3]) {
            posix_spawn_file_actions_adddup2(&actions, channel, descriptor)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        prepare(&attributes)
        let (words, variables) = (command.map { strdup($0) }, environment.map { strdup($0) })
        defer { (words + variables).forEach { free($0) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, command[0], &actions, &attributes, words + [nil], variables + [nil])
        guard code == 0 else { throw .noStart(code) }
        return process
    }

    /// A thread of a dispatch queue blocks signals, which the child must not inherit; and a Ctrl-C is for the service alone.
    private static func prepare(_ attributes: inout posix_spawnattr_t) {
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }
}
