import CLinux
import Glibc

/// A rename that never replaces, on every file system.
package enum NoReplaceMove {
    /// How the name begins that a file has for a moment between its old and its new one.
    package static let asidePrefix = "moving-"

    /// - Returns: 0, or -1 with `errno` set: EEXIST when the new name is taken, EXDEV when the two folders are on
    ///   different mounts or the file system offers no way to move without replacing, so that a copy is needed.
    package static func rename(
        _ fromFolder: Int32, _ from: UnsafePointer<CChar>, _ toFolder: Int32, _ to: UnsafePointer<CChar>
    ) -> Int32 {
        let answer = linux_rename_noreplace(fromFolder, from, toFolder, to)
        // ZFS, NFS and SMB answer so to the flag, not to the rename.
        guard answer != 0, [EINVAL, ENOSYS, ENOTSUP].contains(errno) else { return answer }
        return linkAndUnlink(fromFolder, from, toFolder, to)
    }

    /// A second name is refused where the name is taken, which makes link and unlink a rename without replacing.
    private static func linkAndUnlink(
        _ fromFolder: Int32, _ from: UnsafePointer<CChar>, _ toFolder: Int32, _ to: UnsafePointer<CChar>
    ) -> Int32 {
        guard linkat(fromFolder, from, toFolder, to, 0) == 0 else {
            // Without links only a copy with O_EXCL keeps the promise not to replace.
            if [EPERM, EOPNOTSUPP, ENOSYS, EINVAL, EMLINK].contains(errno) { errno = EXDEV }
            return -1
        }
        return unlinkIfSame(fromFolder, from, toFolder, to)
    }

    /// Removes the old name unless somebody put another file under it since it was linked. To know that for certain the
    /// name is moved aside first, under one that nobody else uses, and compared there. It is not hidden: what a crash
    /// leaves under it is met by the next scan.
    private static func unlinkIfSame(
        _ fromFolder: Int32, _ from: UnsafePointer<CChar>, _ toFolder: Int32, _ to: UnsafePointer<CChar>
    ) -> Int32 {
        "\(asidePrefix)\(getpid())-\(UInt64.random(in: .min ... .max))".withCString { aside in
            // Gone already: the file has only its new name then, which is what was wanted.
            guard renameat(fromFolder, from, fromFolder, aside) == 0 else { return errno == ENOENT ? 0 : -1 }
            var (moved, linked) = (stat(), stat())
            let areKnown =
                fstatat(fromFolder, aside, &moved, AT_SYMLINK_NOFOLLOW) == 0
                && fstatat(toFolder, to, &linked, AT_SYMLINK_NOFOLLOW) == 0
            if areKnown, moved.st_dev == linked.st_dev, moved.st_ino == linked.st_ino {
                return unlinkat(fromFolder, aside, 0)
            }
            // Another file: it gets its name back, and if that is taken again it stays under this one.
            if linkat(fromFolder, aside, fromFolder, from, 0) == 0 { unlinkat(fromFolder, aside, 0) }
            return 0
        }
    }
}
