import CLinux
import Glibc

/// Reads a folder's names one after the other, so that a folder of any size costs no memory.
package final class FolderListing {
    private let stream: OpaquePointer
    package let folder: Folder

    package init(_ folder: Folder) throws(FileError) {
        // readdir's stream owns the descriptor that it reads from. A duplicate would share its position with every
        // other listing of the folder, so the folder is opened again.
        let descriptor = linux_openat(folder.file.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        guard descriptor >= 0 else { throw FileError("list", folder.path) }
        guard let stream = fdopendir(descriptor) else {
            let error = FileError("list", folder.path)
            close(descriptor)
            throw error
        }
        self.stream = stream
        self.folder = folder
    }

    deinit {
        closedir(stream)
    }

    /// The next name; nil at the end.
    package func next() throws(FileError) -> [UInt8]? {
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FileError("list", folder.path) }
                return nil
            }
            let name = Self.name(of: entry)
            if name != Self.itself, name != Self.parent { return name }
        }
    }

    private static let itself = Array(".".utf8)
    private static let parent = Array("..".utf8)

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        withUnsafePointer(to: &entry.pointee.d_name) { field in
            field.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: field.pointee)) { bytes in
                Array(
                    UnsafeBufferPointer(
                        start: bytes,
                        count: strnlen(
                            UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self),
                            MemoryLayout.size(ofValue: field.pointee))))
            }
        }
    }
}
