import Glibc

/// Standard error.
public enum StandardError {
    /// Writes a line with one call, so that lines of several threads do not mix.
    public static func write(_ line: String) {
        write(raw: line + "\n")
    }

    /// Writes text as it is, also control characters.
    public static func write(raw text: String) {
        let bytes = Array(text.utf8)
        // Nobody can be told when there is nowhere to write.
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
