import Glibc

/// What the system says of the file system on which a folder is.
struct FileSystemFacts: Sendable {
    let space: FileSystemSpace
    let isReadOnly: Bool

    init(_ folder: Folder) throws(FileError) {
        var facts = statvfs()
        guard fstatvfs(folder.file.descriptor, &facts) == 0 else { throw FileError("look at", folder.path) }
        isReadOnly = facts.f_flag & UInt(ST_RDONLY) != 0
        space = FileSystemSpace(
            total: Self.bytes(facts.f_blocks, facts.f_frsize), free: Self.bytes(facts.f_bavail, facts.f_frsize))
    }

    /// Some network file systems answer that they have endless room.
    private static func bytes(_ blocks: UInt, _ size: UInt) -> Int {
        let (bytes, isTooMuch) = blocks.multipliedReportingOverflow(by: size)
        return isTooMuch ? .max : Int(clamping: bytes)
    }
}
