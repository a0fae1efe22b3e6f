/// How much may be read now: grows with time, and is spent by reading. A large file is paid for afterwards.
struct ScrubAllowance: Sendable, Hashable {
    /// What was not used is not saved up beyond this: what is late is read faster anyway.
    private static let longest = 3600.0

    private var bytes = 0.0

    /// Whether the next file may be read.
    var isOpen: Bool { bytes >= 0 }

    /// - Parameters:
    ///   - elapsed: since this was last told.
    ///   - rate: in bytes a second.
    mutating func grow(for elapsed: Duration, at rate: Double) {
        bytes = min(rate * Self.longest, bytes + max(0, elapsed / .seconds(1)) * rate)
    }

    mutating func spend(_ size: Int) {
        // To find and open a file takes its time as well, however small it is.
        bytes -= Double(max(4096, size))
    }
}
