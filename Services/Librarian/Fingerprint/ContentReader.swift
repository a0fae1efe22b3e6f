import FactoryCore
import Glibc

/// Reads files once, from beginning to end, and says what their bytes amount to. One per worker: its buffer and its
/// hash serve all files in turn.
struct ContentReader: ~Copyable {
    /// Large enough that system calls do not count, small enough to stay in the processor's cache.
    private static let blockSize = 256 * 1024

    /// Holds every EXIF block that begins where it usually does.
    private static let headSize = 80 * 1024

    private let hash: SHA256
    private let block = Block()
    private let throttle: Throttle?
    private let pulse: WorkPulse?

    /// What was read last.
    private final class Block {
        /// Whoever still has a part of it keeps it as it was: the next read then begins with a copy.
        var bytes: [UInt8] = []
        var count = 0
        /// Goes up with every read.
        var number = 0
    }

    /// - Parameters:
    ///   - throttle: how fast to read at most; nil for as fast as it goes.
    ///   - pulse: beats with every block that is read.
    init(throttle: Throttle? = nil, pulse: WorkPulse? = nil) throws(StartupError) {
        (self.throttle, self.pulse) = (throttle, pulse)
        hash = try SHA256()
    }

    /// The file's first bytes, to be let go before the next read, which would have to copy them.
    func head(of file: OpenFile, _ path: String) throws(FileError) -> FileHead {
        try read(file, at: 0, count: Self.headSize, path)
        return FileHead(bytes: block.bytes[..<block.count], number: block.number)
    }

    /// The fingerprint of the whole file and the number of bytes that it was made from; nil when it was stopped.
    ///
    /// - Parameters:
    ///   - head: the number of this file's head, which is not read again if nothing else has been read since.
    ///   - expected: the file's size in bytes, with which its end need not be looked for; whoever says it looks afterwards
    ///     whether it still is that.
    func fingerprint(
        of file: OpenFile, _ path: String, head: Int? = nil, expected: Int? = nil, unless stop: StopSignal
    ) throws(FileError) -> (fingerprint: Fingerprint, size: Int)? {
        hash.begin()
        var size = head == block.number ? addBlock() : 0
        while !stop.isSet {
            if size == expected { return (hash.finish(), size) }
            try read(file, at: size, count: Self.blockSize, path)
            guard block.count > 0 else { return (hash.finish(), size) }
            size += addBlock()
            throttle?.pass(block.count, unless: stop)
        }
        return nil
    }

    /// The fingerprint of the whole file and the number of bytes that it was made from.
    func fingerprint(of file: OpenFile, _ path: String) throws(FileError) -> (fingerprint: Fingerprint, size: Int) {
        hash.begin()
        var size = 0
        while true {
            try read(file, at: size, count: Self.blockSize, path)
            guard block.count > 0 else { return (hash.finish(), size) }
            size += addBlock()
        }
    }

    /// The fingerprint of what the disk holds, as far as the kernel lets us past its memory of the file; nil when it
    /// was stopped.
    func fingerprintOnDisk(
        of file: OpenFile, _ path: String, unless stop: StopSignal
    ) throws(FileError) -> (fingerprint: Fingerprint, size: Int)? {
        file.forget()
        return try fingerprint(of: file, path, unless: stop)
    }

    /// - Returns: how many bytes were added to the hash.
    private func addBlock() -> Int {
        block.bytes.withUnsafeBytes { hash.add(UnsafeRawBufferPointer(rebasing: $0[..<block.count])) }
        return block.count
    }

    /// Reads into the block.
    private func read(_ file: OpenFile, at position: Int, count: Int, _ path: String) throws(FileError) {
        block.number += 1
        // Of several readers some may never read.
        if block.bytes.isEmpty { block.bytes = [UInt8](repeating: 0, count: Self.blockSize) }
        while true {
            let got = block.bytes.withUnsafeMutableBytes {
                pread(file.descriptor, $0.baseAddress, min(count, Self.blockSize), off_t(position))
            }
            if got >= 0 {
                block.count = got
                pulse?.beat()
                return
            }
            guard errno == EINTR else { throw FileError("read", path) }
        }
    }
}
