import Glibc

/// A program that is run to its end. It shares our process group and our limits: who ends us ends it.
struct ProgramCall {
    struct Result {
        let output: [UInt8]
        let errors: String
        /// What ended it; nil when it ended by itself.
        let signal: Int32?
    }

    let file: String
    let arguments: [String]

    /// A frame of the largest videos has 100 MB.
    private static let outputLimit = 256 << 20
    private static let errorsLimit = 16 << 10

    func run() throws(MakingError) -> Result {
        var (output, errors): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        guard pipe(&output) == 0, pipe(&errors) == 0 else { throw Self.error("cannot be started", errno) }
        // What it says beyond what the pipe holds is lost, and it does not wait for us to read it.
        _ = fcntl(errors[1], F_SETFL, O_NONBLOCK)
        defer { [output[0], errors[0]].forEach { close($0) } }
        let process = start(output: output, errors: errors)
        [output[1], errors[1]].forEach { close($0) }
        guard process > 0 else { throw Self.error("cannot be started", errno) }
        let bytes = Self.read(output[0], limit: Self.outputLimit)
        if bytes.count > Self.outputLimit { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let said = Self.read(errors[0], limit: Self.errorsLimit)
        let signal = status & 0x7F
        return Result(output: bytes, errors: String(decoding: said, as: UTF8.self), signal: signal == 0 ? nil : signal)
    }

    /// - Returns: -1 with `errno` set when it cannot.
    private func start(output: [Int32], errors: [Int32]) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors[1], STDERR_FILENO)
        (output + errors).forEach { posix_spawn_file_actions_addclose(&actions, $0) }
        let words = ([file] + arguments).map { strdup($0) }
        defer { words.forEach { free($0) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, file, &actions, nil, words + [nil], environ)
        errno = code
        return code == 0 ? process : -1
    }

    private static func read(_ descriptor: Int32, limit: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let part = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, filled in
                var count = -1
                repeat {
                    count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                } while count < 0 && errno == EINTR
                filled = max(0, count)
            }
            if part.isEmpty { break }
            bytes += part
        }
        return bytes
    }

    private static func error(_ what: String, _ code: Int32) -> MakingError {
        MakingError("ffmpeg \(what): \(String(cString: strerror(code)))")
    }
}
