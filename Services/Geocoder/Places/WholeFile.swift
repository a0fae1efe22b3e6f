import FactoryCore
import Glibc

/// A file that is read at once. Read and not mapped: a mapped one that is replaced meanwhile kills its reader.
enum WholeFile {
    static func read(_ path: String) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("read", path) }
        let file = OpenFile(owning: descriptor)
        let size = try file.stamp(path).size
        var failure: FileError?
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            while count < buffer.count {
                let more = Glibc.read(file.descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if more == 0 { return }
                guard more > 0 || errno == EINTR else { return failure = FileError("read", path) }
                count += max(0, more)
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
