import Glibc

/// The file of which small pictures are made.
struct SourceFile {
    let path: String
    let kind: SourceKind

    init(_ path: String) throws(MakingError) {
        let head = try Self.head(of: path)
        guard !head.isEmpty else { throw MakingError("the file is empty") }
        self.path = path
        let name = path.split(separator: "/").last ?? ""
        let dot = name.lastIndex(of: ".")
        kind = SourceKind(head: head, fileExtension: dot.map { name[name.index(after: $0)...].lowercased() } ?? "")
    }

    private static func head(of path: String) throws(MakingError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
            throw MakingError("the original cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw MakingError("the original is no file") }
        return try readHead(descriptor)
    }

    private static func readHead(_ descriptor: Int32) throws(MakingError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: SourceKind.headSize)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count >= 0 else {
            throw MakingError("the original cannot be read: \(String(cString: strerror(errno)))")
        }
        return Array(bytes[..<count])
    }
}
