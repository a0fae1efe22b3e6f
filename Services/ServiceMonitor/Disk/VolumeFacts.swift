import FactoryCore
import Glibc

/// What the system says of a volume.
enum VolumeFacts: Sendable, Equatable {
    /// - Parameters:
    ///   - files: how many more files it takes; nil where that has no limit of its own.
    ///   - system: tells file systems apart.
    case known(FileSystemSpace, files: Int?, system: UInt)
    /// Why it cannot be looked at, as the system says it.
    case unknown(String)

    init(path: String) {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0 else {
            self = .unknown(String(cString: strerror(errno)))
            return
        }
        let files = facts.f_files == 0 ? nil : Int(clamping: facts.f_favail)
        self = .known(FileSystemSpace(facts), files: files, system: facts.f_fsid)
    }
}
