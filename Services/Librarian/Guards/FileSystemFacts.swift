import FactoryCore
import Glibc

/// What the system says of the file system on which a folder is.
struct FileSystemFacts: Sendable {
    let space: FileSystemSpace
    let isReadOnly: Bool

    init(_ folder: Folder) throws(FileError) {
        var facts = statvfs()
        guard fstatvfs(folder.file.descriptor, &facts) == 0 else { throw FileError("look at", folder.path) }
        isReadOnly = facts.f_flag & UInt(ST_RDONLY) != 0
        space = FileSystemSpace(facts)
    }
}
