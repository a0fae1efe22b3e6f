import Glibc

/// Standard error, a line at a time.
public enum StandardError {
    /// Writes the line with one call, so that lines of several threads do not mix.
    public static func write(_ line: String) {
        var bytes = Array(line.utf8)
        bytes.append(10)
        // Nobody can be told when there is nowhere to write.
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
