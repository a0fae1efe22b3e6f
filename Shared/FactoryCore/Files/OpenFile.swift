import CLinux
import Glibc
import Synchronization

/// A descriptor with one owner, closed when nobody needs it any more.
package final class OpenFile: Sendable {
    /// -1 once it has been closed.
    package var descriptor: Int32 { current.load(ordering: .relaxed) }

    private let current: Atomic<Int32>

    /// Takes over `descriptor`.
    package init(owning descriptor: Int32) {
        current = Atomic(descriptor)
    }

    deinit {
        close()
    }

    /// Closes it before its time, when nobody is using it: a file that was removed keeps its room until its last descriptor goes.
    /// Whoever still asks anything of it meets EBADF.
    package func close() {
        let descriptor = current.exchange(-1, ordering: .relaxed)
        if descriptor >= 0 { Glibc.close(descriptor) }
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

    /// Has the kernel forget the content, as far as it lets us: what is read next is read from the disk.
    package func forget() {
        posix_fadvise(descriptor, 0, 0, Int32(POSIX_FADV_DONTNEED))
    }

    /// Asks the disk for the first `count` bytes, without waiting for them.
    package func fetch(_ count: Int) {
        posix_fadvise(descriptor, 0, off_t(count), Int32(POSIX_FADV_WILLNEED))
    }
}
