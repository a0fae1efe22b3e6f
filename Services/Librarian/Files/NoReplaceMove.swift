import CLinux
import Glibc

/// A rename that never replaces, on every file system.
enum NoReplaceMove {
    /// - Returns: 0, or -1 with `errno` set: EEXIST when the new name is taken, EXDEV when the two folders are on
    ///   different mounts or the file system offers no way to move without replacing, so that a copy is needed.
    static func rename(
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
        return unlinkat(fromFolder, from, 0)
    }
}
