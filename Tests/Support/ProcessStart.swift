internal import Glibc

/// All that is needed to start one child process.
struct ProcessStart {
    let file: String
    let arguments: [String]
    let environment: [String: String]
    let folder: String?
    let output: Int32
    let errors: Int32

    /// Starts the process with an empty standard input, default signals and none blocked; returns its id.
    func spawn() throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        prepare(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        prepare(&attributes)
        return try start(&actions, &attributes)
    }

    private func prepare(_ actions: inout posix_spawn_file_actions_t) {
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    }

    private func prepare(_ attributes: inout posix_spawnattr_t) {
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    }

    private func start(
        _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
    ) throws -> pid_t {
        let command = commandLine()
        let words = command.map { strdup($0) }
        let variables = fullEnvironment().map { strdup("\($0.key)=\($0.value)") }
        defer { (words + variables).forEach { free($0) } }
        var process: pid_t = 0
        let result = posix_spawnp(&process, command[0], &actions, &attributes, words + [nil], variables + [nil])
        guard result == 0 else { throw SystemCall.failure("Starting \(file)", result) }
        return process
    }

    /// The C library changes folders at a start only for callers that ask for GNU's extensions, so `env` does it.
    private func commandLine() -> [String] {
        let command = [file] + arguments
        return folder.map { ["env", "-C", $0] + command } ?? command
    }

    private func fullEnvironment() -> [String: String] {
        var all = environment
        for key in ["PATH", "LD_LIBRARY_PATH"] where all[key] == nil {
            all[key] = TestEnvironment.value(key)
        }
        return all
    }
}
