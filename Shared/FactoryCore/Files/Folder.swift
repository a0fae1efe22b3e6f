import CLinux
import Glibc

/// An open folder. All work on files goes through one, by single names: no path that somebody may redirect meanwhile,
/// and no limit on a path's length.
package final class Folder: Sendable {
    package let file: OpenFile
    /// For messages and the ledger; not used to reach anything.
    package let path: String

    private init(file: OpenFile, path: String) {
        self.file = file
        self.path = path
    }

    /// Opens a folder by its path, following symbolic links as the owner set them up.
    package static func open(_ path: String) throws(FileError) -> Folder {
        let descriptor = linux_openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        guard descriptor >= 0 else { throw FileError("open the folder", path) }
        return Folder(file: OpenFile(owning: descriptor), path: path)
    }

    /// Opens a folder by its path and makes it first where only the folder itself is missing.
    package static func openOrMake(_ path: String) throws(FileError) -> Folder {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileError("make the folder", path) }
        return try open(path)
    }

    /// Tries whether files can be made here.
    package func checkWritable() throws(FileError) {
        let name = Array(".write-test-\(getpid())".utf8)
        // One that was killed here may have had our number: in a container every run has the same.
        if try stamp(name) != nil { try unlink(name) }
        _ = try createFile(name)
        try unlink(name)
    }

    /// Opens a folder in this one; never through a symbolic link.
    package func folder(_ name: [UInt8]) throws(FileError) -> Folder {
        let descriptor = withName(name) {
            linux_openat(file.descriptor, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0)
        }
        guard descriptor >= 0 else { throw FileError("open the folder", pathText(name)) }
        return Folder(file: OpenFile(owning: descriptor), path: pathText(name))
    }

    /// Opens a folder below this one, part by part.
    package func folder(_ components: some Sequence<[UInt8]>) throws(FileError) -> Folder {
        var current = self
        for component in components { current = try current.folder(component) }
        return current
    }

    /// Opens a folder in this one and makes it first where it is missing.
    package func makeFolder(_ name: String) throws(FileError) -> Folder {
        let bytes = Array(name.utf8)
        let made = withName(bytes) { mkdirat(file.descriptor, $0, 0o755) }
        guard made == 0 || errno == EEXIST else { throw FileError("make the folder", pathText(bytes)) }
        return try folder(bytes)
    }

    /// Opens a regular file for reading; never through a symbolic link, and never waiting for a pipe or a device. That it is
    /// read is not written to the disk where that can be helped, for each photo would cost a write.
    package func openFile(_ name: [UInt8]) throws(FileError) -> OpenFile {
        let descriptor = withName(name) {
            linux_open_unnoticed(file.descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        }
        guard descriptor >= 0 else { throw FileError("read", pathText(name)) }
        return OpenFile(owning: descriptor)
    }

    /// Makes a file that did not exist before.
    package func createFile(_ name: [UInt8]) throws(FileError) -> OpenFile {
        let descriptor = withName(name) {
            linux_openat(file.descriptor, $0, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        }
        guard descriptor >= 0 else { throw FileError("create", pathText(name)) }
        return OpenFile(owning: descriptor)
    }

    /// Opens a file for reading and for writing at its end, and makes it where it is missing.
    package func openForAppending(_ name: [UInt8]) throws(FileError) -> OpenFile {
        let descriptor = withName(name) {
            linux_openat(file.descriptor, $0, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
        }
        guard descriptor >= 0 else { throw FileError("write", pathText(name)) }
        return OpenFile(owning: descriptor)
    }

    /// Opens a regular file for reading and writing; never through a symbolic link, and never making one.
    package func openForUpdate(_ name: [UInt8]) throws(FileError) -> OpenFile {
        let descriptor = withName(name) {
            linux_openat(file.descriptor, $0, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0)
        }
        guard descriptor >= 0 else { throw FileError("write", pathText(name)) }
        return OpenFile(owning: descriptor)
    }

    /// What stands under `name` now; nil when nothing does.
    package func stamp(_ name: [UInt8]) throws(FileError) -> FileStamp? {
        var status = stat()
        let answer = withName(name) { fstatat(file.descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
        if answer == 0 { return FileStamp(status) }
        // The sentence about an error costs more than the call, and most names are free.
        guard errno != ENOENT else { return nil }
        let error = FileError("look at", pathText(name))
        guard error.isMissing else { throw error }
        return nil
    }

    /// Gives a file another name, here or in another folder, and never replaces one that has it.
    ///
    /// - Throws: `FileError` that `isTaken` when the name is in use, that `crossesMounts` when it has to be a copy.
    package func move(_ name: [UInt8], to target: Folder, as newName: [UInt8]) throws(FileError) {
        let answer = withName(name) { from in
            withName(newName) { to in
                NoReplaceMove.rename(file.descriptor, from, target.file.descriptor, to)
            }
        }
        guard answer == 0 else { throw FileError("move \(pathText(name)) to", target.pathText(newName)) }
    }

    /// Moves a file into a folder that only we use, under a name that nobody else would: that is safe also where the
    /// file system knows no move without replacing.
    package func moveAside(_ name: [UInt8], to privateFolder: Folder, as newName: [UInt8]) throws(FileError) {
        let answer = withName(name) { from in
            withName(newName) { to in renameat(file.descriptor, from, privateFolder.file.descriptor, to) }
        }
        guard answer == 0 else { throw FileError("move \(pathText(name)) to", privateFolder.pathText(newName)) }
    }

    /// Makes everything durable that was written to the file system on which the folder is.
    package func syncFileSystem() throws(FileError) {
        guard linux_syncfs(file.descriptor) == 0 else { throw FileError("make durable", path) }
    }

    /// Whether `syncFileSystem` makes everything durable for certain: on ext4 and XFS it does. Behind a network, or a program such
    /// as mergerfs, it may only hand on what the kernel holds. By what is mounted, for a share of the kernel's 9p names itself
    /// like the disk behind it.
    package var syncsEverything: Bool {
        guard let device = try? file.stamp(path).device, let mounts = try? WholeFile.read("/proc/self/mountinfo"),
            let kind = MountTable(String(decoding: mounts, as: UTF8.self)).kind(of: device)
        else { return false }
        return ["ext4", "xfs"].contains(kind)
    }

    /// Makes the names in the folder durable, where the file system can be asked for that.
    package func syncNames() throws(FileError) {
        guard fsync(file.descriptor) == 0 || errno == EINVAL || errno == EOPNOTSUPP else {
            throw FileError("make durable", path)
        }
    }

    /// Removes a name.
    package func unlink(_ name: [UInt8]) throws(FileError) {
        let answer = withName(name) { unlinkat(file.descriptor, $0, 0) }
        guard answer == 0 else { throw FileError("remove", pathText(name)) }
    }

    /// Removes a folder if nothing is in it.
    package func removeEmptyFolder(_ name: String) {
        _ = withName(Array(name.utf8)) { unlinkat(file.descriptor, $0, AT_REMOVEDIR) }
    }

    /// The path of `name` in this folder, as text.
    package func pathText(_ name: [UInt8]) -> String {
        let folder = path == "/" ? "" : path
        let name = FileName.text(name)
        return String(unsafeUninitializedCapacity: folder.utf8.count + 1 + name.utf8.count) { text in
            text.write(name, at: text.write("/", at: text.write(folder, at: 0)))
        }
    }

    private func withName<Result>(_ name: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: name.count + 1) { buffer in
            name.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
            buffer[name.count] = 0
            guard let base = buffer.baseAddress else { return "".withCString(body) }
            return body(base)
        }
    }
}
