import FactoryCore
import Glibc

/// The disk of a target that is a folder: what is read back must come from it and not from memory.
actor LocalDisk {
    private let executor = BlockingExecutor(label: "target")
    private let folder: String

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(folder: String) {
        self.folder = folder
    }

    /// Makes durable what was written, and lets memory forget it.
    ///
    /// - Parameter paths: below the target's `Originals`.
    /// - Throws: `FileError`.
    func settle(_ paths: [String]) throws {
        let originals = try Folder.open(folder)
        try originals.syncFileSystem()
        for path in paths {
            let descriptor = open(
                "\(folder)/\(BackupTarget.originals)/\(path)", O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
            // What is not there will be missed when it is read back.
            guard descriptor >= 0 else { continue }
            posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
            close(descriptor)
        }
    }
}
