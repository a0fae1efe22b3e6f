import FactoryCore
import Glibc

extension OpenFile {
    /// The first bytes, as many as there are.
    func head(_ count: Int, _ path: String) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = pread(descriptor, &bytes, count, 0)
        guard got >= 0 else { throw FileError("read", path) }
        return Array(bytes[..<got])
    }
}
