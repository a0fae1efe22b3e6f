import CLinux
import Glibc

/// A descriptor with one owner, closed when nobody needs it any more.
package final class OpenFile: Sendable {
    package let descriptor: Int32

    /// Takes over `descriptor`.
    package init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// What the file is like now.
    package func stamp(_ path: String) throws(FileError) -> FileStamp {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError("look at", path) }
        return FileStamp(status)
    }

    /// Makes the file's content and its entries durable.
    package func sync(_ path: String) throws(FileError) {
        guard fsync(descriptor) == 0 else { throw FileError("make durable", path) }
    }

    /// Waits for what of the content is on its way to the disk. Proves something only behind `Folder.syncFileSystem`: what nobody
    /// has begun to write is neither written nor waited for.
    ///
    /// - Throws: `FileError` when the kernel could not write some of it since the file was opened.
    package func awaitWritten(_ path: String) throws(FileError) {
        guard linux_await_written(descriptor) == 0 else { throw FileError("make durable", path) }
    }
}
