import FactoryCore

/// A Storage on a disk with a file system of the kernel's own, and an inbox on another one.
public enum OwnDisk {
    /// Where the Storage is.
    public static let path = "/tmp"

    /// What a skipped test says.
    public static let absence = "This needs /tmp on a disk with ext4 or XFS, and /dev/shm beside it."

    public static let isPresent = OtherFileSystem.isPresent && ((try? Folder.open(path).syncsEverything) ?? false)
}
