import Glibc
import Thumbnails

/// Where the small pictures are put, for the thumbnailer to look at and to give them their names.
struct OutputFolder {
    let path: String

    func write(_ bytes: [UInt8], size: ThumbnailSize) throws(MakingError) {
        let file = "\(path)/\(size.rawValue).webp"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.error() }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                throw Self.error()
            }
            rest = rest.dropFirst(count)
        }
    }

    private static func error() -> MakingError {
        MakingError("thumbnails cannot be written: \(String(cString: strerror(errno)))", concernsStorage: true)
    }
}
