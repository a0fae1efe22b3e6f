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
    private let block: UnsafeMutableRawBufferPointer
    private let throttle: Throttle?
    private let pulse: WorkPulse?

    /// - Parameters:
    ///   - throttle: how fast to read at most; nil for as fast as it goes.
    ///   - pulse: beats with every block that is read.
    init(throttle: Throttle? = nil, pulse: WorkPulse? = nil) throws(StartupError) {
        (self.throttle, self.pulse) = (throttle, pulse)
        hash = try SHA256()
        block = .allocate(byteCount: Self.blockSize, alignment: 4096)
    }

    deinit {
        block.deallocate()
    }

    /// The file's first bytes.
    func head(of file: OpenFile, _ path: String) throws(FileError) -> [UInt8] {
        let count = try read(file, at: 0, count: Self.headSize, path)
        // As one copy: element by element it costs as much as decoding the whole EXIF.
        return Array(unsafeUninitializedCapacity: count) { head, size in
            UnsafeMutableRawBufferPointer(head).copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
            size = count
        }
    }

    /// The fingerprint of the whole file and the number of bytes that it was made from; nil when it was stopped.
    func fingerprint(
        of file: OpenFile, _ path: String, unless stop: StopSignal
    ) throws(FileError) -> (fingerprint: Fingerprint, size: Int)? {
        hash.begin()
        var size = 0
        while !stop.isSet {
            let count = try read(file, at: size, count: Self.blockSize, path)
            guard count > 0 else { return (hash.finish(), size) }
            hash.add(UnsafeRawBufferPointer(rebasing: block[..<count]))
            size += count
            throttle?.pass(count, unless: stop)
        }
        return nil
    }

    /// The fingerprint of the whole file and the number of bytes that it was made from.
    func fingerprint(of file: OpenFile, _ path: String) throws(FileError) -> (fingerprint: Fingerprint, size: Int) {
        hash.begin()
        var size = 0
        while case let count = try read(file, at: size, count: Self.blockSize, path), count > 0 {
            hash.add(UnsafeRawBufferPointer(rebasing: block[..<count]))
            size += count
        }
        return (hash.finish(), size)
    }

    /// The fingerprint of what the disk holds, as far as the kernel lets us past its memory of the file; nil when it
    /// was stopped.
    func fingerprintOnDisk(
        of file: OpenFile, _ path: String, unless stop: StopSignal
    ) throws(FileError) -> (fingerprint: Fingerprint, size: Int)? {
        posix_fadvise(file.descriptor, 0, 0, Int32(POSIX_FADV_DONTNEED))
        return try fingerprint(of: file, path, unless: stop)
    }

    private func read(_ file: OpenFile, at position: Int, count: Int, _ path: String) throws(FileError) -> Int {
        while true {
            let got = pread(file.descriptor, block.baseAddress, min(count, Self.blockSize), off_t(position))
            if got >= 0 {
                pulse?.beat()
                return got
            }
            guard errno == EINTR else { throw FileError("read", path) }
        }
    }
}
