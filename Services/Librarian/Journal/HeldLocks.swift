import FactoryCore

/// Which files are locked by running programs, without touching the locks.
enum HeldLocks {
    /// The inodes of files on which somebody has a `flock`; nil when the system does not tell.
    static func inodes() -> Set<UInt64>? {
        guard let table = try? WholeFile.read("/proc/locks") else { return nil }
        return inodes(in: String(decoding: table, as: UTF8.self))
    }

    /// Reads lines such as `5: FLOCK  ADVISORY  WRITE 3117 fd:00:8389117 0 EOF`. Those with an arrow only wait.
    static func inodes(in table: String) -> Set<UInt64> {
        let lines = table.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
        return Set(
            lines.compactMap { words in
                guard words.count > 5, words[1] == "FLOCK" else { return nil }
                return words[5].split(separator: ":").last.flatMap { UInt64($0) }
            })
    }
}
