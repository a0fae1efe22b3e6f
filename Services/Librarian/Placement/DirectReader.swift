import CLinux
import Dispatch
import FactoryCore
import Glibc

/// Reads many small copies at once from the disk itself, past the kernel's memory of them, and says whether they are good.
/// One block of memory serves all in turn, and what lies side by side on the disk is asked for once: 20,000 photos of 40 KB took
/// 3.2 s instead of 3.4, and a tenth less of the machine's processor time.
final class DirectReader {
    /// How many files at once, at most.
    static let limit = Int(linux_read_limit)
    /// How much room there is for all files that are read at once, in bytes.
    static let capacity = 1 << 20
    /// Disks are read in blocks of this size, or of one that divides it.
    private static let blockSize = 4096

    private let fingerprints: FingerprintCheck
    private let pulse: WorkPulse?
    private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: DirectReader.capacity, alignment: blockSize)
    /// Nil until it is first needed; 0 where the system has none to give, as in some containers, or what it gives is of no use.
    private var queue: UInt?

    /// - Parameter pulse: beats whenever some were read.
    init(pulse: WorkPulse?) throws(StartupError) {
        self.pulse = pulse
        fingerprints = try FingerprintCheck()
    }

    deinit {
        room.deallocate()
        if var queue { close(&queue) }
    }

    /// How much of the room a file of this size takes, in bytes: a byte more than it has, by which its end is seen, in whole blocks.
    static func room(for size: Int) -> Int { (size / blockSize + 1) * blockSize }

    /// - Parameter copies: at most `limit`, for which the room is enough.
    /// - Returns: for each whether its bytes are its source's; nil when it cannot be read this way or has another size: it is to be
    ///   read in the ordinary way; for others why the disk could not read them.
    func check(_ copies: ArraySlice<CopyCheck.Copy>) -> [Result<Bool?, FileError>] {
        var queue = openQueue()
        guard queue != 0 else { return copies.map { _ in .success(nil) } }
        defer { self.queue = queue }
        var place = 0
        var reads = copies.map { copy in
            let length = Self.room(for: copy.source.stamp.size)
            defer { place += length }
            return linux_read(
                fd: copy.file.descriptor, bytes: room.baseAddress?.advanced(by: place), length: length, count: 0)
        }
        precondition(reads.count <= Self.limit && place <= room.count)
        linux_read_together(&queue, &reads, Int32(reads.count))
        pulse?.beat()
        // All copies begin on one file system: what refuses these refuses those behind them.
        if reads.allSatisfy({ Self.isRefusal($0) }) { close(&queue) }
        return judge(reads, copies)
    }

    private func judge(_ reads: [linux_read], _ copies: ArraySlice<CopyCheck.Copy>) -> [Result<Bool?, FileError>] {
        func isWhole(_ read: linux_read, _ copy: CopyCheck.Copy) -> Bool { read.count == copy.source.stamp.size }
        let claims = zip(reads, copies).filter(isWhole).map { read, copy in
            FingerprintCheck.Claim(
                bytes: UnsafeRawBufferPointer(start: read.bytes, count: read.count),
                fingerprint: copy.source.fingerprint)
        }
        var verdicts = fingerprints.check(claims)[...]
        return zip(reads, copies).map { read, copy in
            if isWhole(read, copy) { return .success(verdicts.removeFirst()) }
            guard read.count >= 0 || Self.isRefusal(read) else {
                return .failure(FileError("read", copy.path, code: Int32(-read.count)))
            }
            return .success(nil)
        }
    }

    private func openQueue() -> UInt {
        if let queue { return queue }
        var opened: UInt = 0
        linux_open_read_queue(&opened)
        queue = opened
        return opened
    }

    /// Whether this way of reading is not offered, or not at this moment, which says nothing about the disk.
    private static func isRefusal(_ read: linux_read) -> Bool {
        [EINVAL, EOPNOTSUPP, ENOSYS, EPERM, EAGAIN, ENOMEM, EINTR, ECANCELED].contains(Int32(-read.count))
    }

    /// Nothing of it is on its way. The kernel takes 30 ms for this, which nobody needs to wait for.
    private func close(_ queue: inout UInt) {
        guard queue != 0 else { return }
        DispatchQueue.global(qos: .utility).async { [queue] in linux_close_read_queue(queue) }
        queue = 0
    }
}
