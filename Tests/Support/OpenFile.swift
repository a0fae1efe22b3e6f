internal import Glibc

/// One open file descriptor, closed when its owner goes away and never inherited by the programs that tests start.
struct OpenFile: ~Copyable {
    let descriptor: Int32

    init(_ path: String, flags: Int32) throws {
        try self.init(rawPath: Array(path.utf8), flags: flags)
    }

    init(rawPath: [UInt8], flags: Int32) throws {
        let path = rawPath.map(CChar.init(bitPattern:)) + [0]
        descriptor = try SystemCall.check("Opening \(String(decoding: rawPath, as: UTF8.self))") {
            open(path, flags | O_CLOEXEC, 0o644)
        }
    }

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// A new file whose name is removed at once: it is gone when its last descriptor is closed.
    static func nameless(in folder: String) throws -> OpenFile {
        var template = Array("\(folder)/factory-output-XXXXXX".utf8CString)
        let descriptor = try SystemCall.check("Making a file in \(folder)") { mkstemp(&template) }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return OpenFile(descriptor: descriptor)
    }

    deinit {
        close(descriptor)
    }

    /// Writes all bytes at the descriptor's position.
    func write(_ contents: [UInt8]) throws {
        var written = 0
        while written < contents.count {
            written += try contents.withUnsafeBytes { bytes in
                try SystemCall.check("Writing") {
                    Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
                }
            }
        }
    }

    /// All bytes from the start of the file, wherever the descriptor's position is.
    func readAll() throws -> [UInt8] {
        var contents: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = try SystemCall.check("Reading") { pread(descriptor, &block, block.count, contents.count) }
            if count == 0 { return contents }
            contents += block[..<count]
        }
    }
}
