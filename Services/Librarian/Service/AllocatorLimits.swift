import CLinux

/// The allocator's arenas. It would make eight for each processor, and each keeps what was once used in it.
enum MemoryArenas {
    private static let count: Int32 = 4

    /// To be called before the work begins: arenas that are there stay. With 20,000 photos of 40 KB, in batches of up to 1,000,
    /// the librarian took 45 MB instead of 60; with two arenas threads wait for each other.
    static func limit() {
        _ = linux_limit_arenas(count)
    }
}
