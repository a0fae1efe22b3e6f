import Glibc

/// Standard output: where results go, which somebody or some program waits for.
public enum StandardOutput {
    /// Writes a text and a line break.
    ///
    /// - Throws: `StartupError` when it cannot be written: a result that nobody gets must not look like success.
    public static func write(_ text: String) throws(StartupError) {
        var rest = Array("\(text)\n".utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) }
            guard count > 0 || errno == EINTR else {
                throw StartupError(
                    "the result cannot be written to standard output: \(String(cString: strerror(errno)))")
            }
        }
    }
}
