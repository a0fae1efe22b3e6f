internal import Glibc

extension TestFolder {
    /// Makes a symbolic link called `name` that points to `target`.
    public func makeSymbolicLink(_ name: String, to target: String) throws {
        try SystemCall.check("Linking \(name)") { symlink(target, path(of: name)) }
    }

    /// Makes a named pipe: whoever opens it for reading hangs until somebody writes.
    public func makePipe(_ name: String) throws {
        try SystemCall.check("Making the pipe \(name)") { mkfifo(path(of: name), 0o644) }
    }

    /// Leaves a socket file that nobody listens on.
    public func makeSocket(_ name: String) throws {
        var address = sockaddr_un()
        let bytes = Array(path(of: name).utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw SupportError("The path of the socket \(name) is too long for the system.")
        }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        try SystemCall.check("Making a socket") { descriptor }
        defer { close(descriptor) }
        try SystemCall.check("Binding the socket \(name)") {
            withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
        }
    }
}
