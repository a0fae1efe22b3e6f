import Glibc
import TestSupport

/// Lets a test meet files that it may not read, even when root runs it.
enum Nobody {
    private typealias SetUser = @convention(c) (uid_t) -> Int32

    /// Runs `body`, which must not give up its thread, with the rights that nobody in particular has on files.
    static func does<Result>(_ body: () throws -> Result) throws -> Result {
        guard geteuid() == 0 else { return try body() }
        // Glibc's module does not show the call, which concerns the calling thread alone.
        guard let symbol = dlsym(nil, "setfsuid") else { throw SupportError("The system has no setfsuid.") }
        let setUser = unsafeBitCast(symbol, to: SetUser.self)
        _ = setUser(65_534)
        defer { _ = setUser(0) }
        return try body()
    }
}
