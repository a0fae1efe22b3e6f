import Glibc

/// What decoding one file may take. The kernel keeps to it, also with what a decoder starts.
struct DecodingLimits {
    /// Of memory of its own.
    let megabytes: Int
    /// Of processor time.
    let seconds: Int

    /// Beyond memory of its own: libraries, mapped files, and what is reserved and never touched.
    private static let addressesBeside = 2048
    /// No thumbnail is larger, nor is anything else written.
    private static let fileSize = 64 << 20

    /// - Returns: false where the system refuses.
    func apply() -> Bool {
        let memory = megabytes << 20
        return Self.set(RLIMIT_DATA, memory) && Self.set(RLIMIT_AS, memory + Self.addressesBeside << 20)
            && Self.set(RLIMIT_CPU, seconds, grace: 5) && Self.set(RLIMIT_FSIZE, Self.fileSize)
            && Self.set(RLIMIT_CORE, 0)
    }

    /// - Parameter grace: after the signal that says so, until it is ended.
    private static func set(_ kind: __rlimit_resource, _ value: Int, grace: Int = 0) -> Bool {
        let resource = __rlimit_resource_t(kind.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return false }
        // Nobody may raise what is fixed already.
        let most = limit.rlim_max
        limit = rlimit(rlim_cur: min(rlim_t(value), most), rlim_max: min(rlim_t(value + grace), most))
        return setrlimit(resource, &limit) == 0
    }
}
