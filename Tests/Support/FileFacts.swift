internal import Glibc

/// What the system says about one name on disk.
public struct FileFacts: Sendable, Equatable {
    /// What a name can stand for.
    public enum Kind: Sendable {
        case file, folder, symbolicLink, pipe, socket, other
    }

    public let kind: Kind
    /// In bytes.
    public let size: Int
    /// The permission bits, for example 0o444.
    public let permissions: UInt32
    /// Seconds since 1970.
    public let modified: Int
    public let device: UInt
    public let inode: UInt

    /// Nil when nothing of this name exists. Symbolic links are not followed.
    public init?(path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        kind = Self.kind(of: status.st_mode)
        size = Int(status.st_size)
        permissions = status.st_mode & 0o7777
        modified = status.st_mtim.tv_sec
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
    }

    private static func kind(of mode: mode_t) -> Kind {
        switch mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        case S_IFIFO: .pipe
        case S_IFSOCK: .socket
        default: .other
        }
    }
}
