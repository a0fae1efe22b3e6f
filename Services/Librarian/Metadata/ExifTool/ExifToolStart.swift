import FactoryCore
import Glibc

/// Starts ExifTool under a guard, which kills it as soon as the librarian is gone, however it ended: at the end of its
/// input ExifTool would wait for more for ever.
struct ExifToolStart {
    let program: String

    /// A shell. It gives its own input and output to ExifTool and drops them, so that the end of ExifTool can be seen
    /// from outside; then it waits for the end of descriptor 3, the lifeline. The last
    /// command ends whatever else is left of the group, itself included. No file makes ExifTool take more than
    /// 1 GiB of memory.
    private static let guardScript = """
        cd /
        ulimit -c 0
        ulimit -v 1048576
        exec 4<&0
        nice -n 10 "$@" <&4 3<&- 4<&- &
        child=$!
        exec </dev/null >/dev/null 4<&-
        read -r _ <&3
        kill -KILL "$child"
        wait "$child"
        kill -KILL 0
        """

    /// - Returns: the guard, which leads a process group of its own, and the librarian's ends of socket and lifeline.
    func run() throws(ExifToolError) -> (process: pid_t, socket: Int32, lifeline: Int32) {
        let channel = try Self.socketPair()
        defer { close(channel.theirs) }
        do throws(ExifToolError) {
            let lifeline = try Self.socketPair()
            defer { close(lifeline.theirs) }
            do throws(ExifToolError) {
                return (try spawn(channel.theirs, lifeline.theirs), channel.ours, lifeline.ours)
            } catch {
                close(lifeline.ours)
                throw error
            }
        } catch {
            close(channel.ours)
            throw error
        }
    }

    /// Other programs that are started do not get them.
    private static func socketPair() throws(ExifToolError) -> (ours: Int32, theirs: Int32) {
        var pair: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &pair) == 0 else { throw .noStart(errno) }
        return (pair[0], pair[1])
    }

    private func spawn(_ channel: Int32, _ lifeline: Int32) throws(ExifToolError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, channel, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, channel, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, lifeline, 3)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Self.prepare(&attributes)
        return try start(&actions, &attributes)
    }

    /// A thread of a dispatch queue blocks signals, which the child must not inherit; and a Ctrl-C is for the librarian
    /// alone.
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

    private func start(
        _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
    ) throws(ExifToolError) -> pid_t {
        let command = ["/bin/sh", "-c", Self.guardScript, "exiftool", program] + ExifToolQuestion.fixedArguments
        // Times without a zone are asked for as they stand, and instants in UTC.
        let environment = ["PATH=\(ProgramFile.defaultPath)", "TZ=UTC", "LC_ALL=C"]
        let (words, variables) = (command.map { strdup($0) }, environment.map { strdup($0) })
        defer { (words + variables).forEach { free($0) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, command[0], &actions, &attributes, words + [nil], variables + [nil])
        guard code == 0 else { throw .noStart(code) }
        return process
    }
}
