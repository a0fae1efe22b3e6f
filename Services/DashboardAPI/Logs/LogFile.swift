import FactoryCore
import Glibc

/// A log that grows, and that its writer may put aside for a new one of the same name. Read on a thread of its own.
actor LogFile: ServiceLog {
    nonisolated let source = LogSource.file
    private let executor = BlockingExecutor(label: "log")
    private let folder: String
    private let name: String
    private var descriptor: Int32 = -1
    private var offset = 0
    private var rest: [UInt8] = []

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(folder: String, name: String) {
        (self.folder, self.name) = (folder, name)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Opens it, or what bears its name now. Whether there is one.
    func open() -> Bool {
        let directory = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return false }
        defer { close(directory) }
        let fresh = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        var facts = stat()
        guard fresh >= 0, fstat(fresh, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            if fresh >= 0 { close(fresh) }
            return false
        }
        if descriptor >= 0 { close(descriptor) }
        (descriptor, offset, rest) = (fresh, 0, [])
        return true
    }

    /// Those that follow are what `more` gives.
    func tail(_ count: Int) -> [String] {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return [] }
        offset = max(0, Int(facts.st_size) - LogFolder.limit)
        let isCut = offset > 0
        var lines = read()
        // Where the reading began no line may have begun.
        if isCut, !lines.isEmpty { lines.removeFirst() }
        return Array(lines.suffix(count))
    }

    func skipToEnd() { _ = tail(1) }

    /// The lines that have come since the last reading, also in a new file of the same name.
    func more() -> [String] {
        var lines = read()
        if isPutAside, open() { lines += read() }
        return lines
    }

    private func read() -> [String] {
        var bytes = [UInt8](repeating: 0, count: 64 * 1024)
        var read = 0
        while read < LogFolder.limit {
            let got = pread(descriptor, &bytes, bytes.count, off_t(offset))
            guard got > 0 else { break }
            offset += got
            read += got
            rest += bytes[..<got]
        }
        guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else {
            // A line without an end must not fill the memory.
            if rest.count > LogFolder.limit { rest = [] }
            return []
        }
        let lines = rest[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        rest = Array(rest[(end + 1)...])
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the name leads to another file now, or the file was emptied.
    private var isPutAside: Bool {
        var (open, named) = (stat(), stat())
        guard fstat(descriptor, &open) == 0, lstat("\(folder)/\(name)", &named) == 0 else { return false }
        return open.st_ino != named.st_ino || open.st_dev != named.st_dev || Int(open.st_size) < offset
    }
}
