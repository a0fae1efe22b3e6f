internal import Glibc

/// Turns the -1 of a system call into an error that names what was tried and why it failed.
enum SystemCall {
    /// Runs `call`, repeats it when a signal interrupted it, and returns its result when that is not negative.
    @discardableResult
    static func check<Result: SignedInteger>(_ what: @autoclosure () -> String, _ call: () -> Result) throws -> Result {
        while true {
            let result = call()
            if result >= 0 { return result }
            let reason = errno
            if reason != EINTR { throw failure(what(), reason) }
        }
    }

    /// The error for `what`, with the system's own words for the error number.
    static func failure(_ what: String, _ number: Int32) -> SupportError {
        SupportError("\(what) failed: \(String(cString: strerror(number)))")
    }
}
