internal import Glibc

/// Finds a port of 127.0.0.1 for a program that wants to be told one.
enum FreePort {
    /// Below those that the system gives to connections by itself, so that none of these takes it meanwhile.
    private static let range: ClosedRange<UInt16> = 20_000...32_000

    static func find() throws -> Int {
        for _ in 0..<100 {
            let port = UInt16.random(in: range)
            if try isFree(port) { return Int(port) }
        }
        throw SupportError("127.0.0.1 has no free port.")
    }

    private static func isFree(_ port: UInt16) throws -> Bool {
        let descriptor = try SystemCall.check("Making a socket") { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
