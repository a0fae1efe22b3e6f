import FactoryCore
import Glibc

/// An open file of Storage. Disks may be slow: it is read on a thread of its own.
actor OriginalFile {
    private let executor: BlockingExecutor
    private let root: String
    private var descriptor: Int32 = -1

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter root: the folder below which files are opened; its own path may hold symbolic links.
    init(root: String) {
        executor = BlockingExecutor(label: "original")
        self.root = root
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Opens a regular file part by part, never through a symbolic link.
    ///
    /// - Parameter parts: below the root.
    /// - Returns: its size in bytes; nil when there is no such file, or it cannot be read.
    func open(_ parts: [String]) -> Int? {
        guard let name = parts.last else { return nil }
        var folder = Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        for part in parts.dropLast() where folder >= 0 {
            let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            close(folder)
            folder = next
        }
        guard folder >= 0 else { return nil }
        defer { close(folder) }
        descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        var facts = stat()
        guard descriptor >= 0, fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(facts.st_size)
    }

    /// Up to `count` bytes from `offset`; nothing at the end.
    ///
    /// - Throws: `StartupError` when the disk fails.
    func read(at offset: Int, count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            var got = -1
            repeat { got = pread(descriptor, buffer.baseAddress, count, off_t(offset)) } while got < 0 && errno == EINTR
            guard got >= 0 else {
                throw StartupError("a file of Storage cannot be read: \(String(cString: strerror(errno)))")
            }
            filled = got
        }
    }
}
