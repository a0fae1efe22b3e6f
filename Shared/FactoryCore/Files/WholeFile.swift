import Glibc

/// A file that is read at once, by its path, as the owner gave it: it may be a link or a pipe.
package enum WholeFile {
    package static func read(_ path: String) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("read", path) }
        let file = OpenFile(owning: descriptor)
        var bytes: [UInt8] = []
        // As large as it says that it is, and one more to see its end: an array that grows is for a while there twice.
        bytes.reserveCapacity(max(0, Int(try file.stamp(path).size)) + 1)
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file.descriptor, &block, block.count)
            if count == 0 { return bytes }
            guard count > 0 || errno == EINTR else { throw FileError("read", path) }
            bytes += block[..<max(0, count)]
        }
    }
}
