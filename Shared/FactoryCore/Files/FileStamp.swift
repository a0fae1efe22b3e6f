package import Glibc

/// By what a file is recognised without reading it.
package struct FileStamp: Sendable, Hashable {
    package let device: UInt64
    package let inode: UInt64
    /// In bytes.
    package let size: Int
    package let modified: Timestamp
    /// When content, name or mode last changed: unlike the modification time no program can set it back.
    package let changed: Timestamp
    package let links: Int
    private let mode: UInt32
    private let modifiedSeconds: Int
    /// Two versions of a file may differ by less than a microsecond.
    private let modifiedNanoseconds: Int

    package init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        modified = Timestamp(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
        changed = Timestamp(seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
        links = Int(status.st_nlink)
        mode = status.st_mode
        modifiedSeconds = status.st_mtim.tv_sec
        modifiedNanoseconds = status.st_mtim.tv_nsec
    }

    /// The modification time as the file system keeps it.
    package var modificationTime: timespec { timespec(tv_sec: modifiedSeconds, tv_nsec: modifiedNanoseconds) }

    package var isRegularFile: Bool { mode & S_IFMT == S_IFREG }

    package var isFolder: Bool { mode & S_IFMT == S_IFDIR }

    /// Whether it looks like a copy of ours that was not finished: it is sealed before it gets its name.
    package var isUnsealedCopy: Bool { isRegularFile && mode & 0o777 == 0o600 }

    /// Whether both stand for the same bytes of the same file; renaming and changing the mode do not matter.
    package func isSameFile(as other: FileStamp) -> Bool {
        isSameInode(as: other) && size == other.size && modifiedSeconds == other.modifiedSeconds
            && modifiedNanoseconds == other.modifiedNanoseconds
    }

    /// Whether nothing at all was done to the file in between, not even what its modification time does not tell. Only
    /// good as long as we have not given it another name ourselves.
    package func isUntouched(since other: FileStamp) -> Bool {
        isSameFile(as: other) && changed == other.changed
    }

    package func isSameInode(as other: FileStamp) -> Bool {
        device == other.device && inode == other.inode
    }
}
