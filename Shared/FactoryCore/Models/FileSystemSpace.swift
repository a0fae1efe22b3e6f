public import Glibc

/// How large a file system is, in bytes.
public struct FileSystemSpace: Sendable, Equatable {
    /// 0 where the file system does not tell its size.
    public let total: Int
    /// What this program may still write.
    public let free: Int

    public init(total: Int, free: Int) {
        (self.total, self.free) = (total, free)
    }

    /// What statvfs(3) says.
    public init(_ facts: statvfs) {
        total = Self.bytes(facts.f_blocks, facts.f_frsize)
        free = Self.bytes(facts.f_bavail, facts.f_frsize)
    }

    /// Some network file systems answer that they have endless room.
    private static func bytes(_ blocks: UInt, _ size: UInt) -> Int {
        let (bytes, isTooMuch) = blocks.multipliedReportingOverflow(by: size)
        return isTooMuch ? .max : Int(clamping: bytes)
    }
}
