import Glibc

/// How many files the process may have open.
enum DescriptorLimit {
    /// Allows as many as the system lets us, for every prepared file holds one until it is filed.
    ///
    /// - Returns: how many that are.
    static func raise() -> Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(kind, &limit) == 0 else { return 1024 }
        let allowed = limit.rlim_cur
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        return Int(setrlimit(kind, &limit) == 0 ? limit.rlim_cur : allowed)
    }
}
