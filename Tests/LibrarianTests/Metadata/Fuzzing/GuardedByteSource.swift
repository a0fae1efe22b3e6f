import Glibc

@testable import librarian

/// A source that knows how much was asked of it, and refuses more than a reader may ask.
final class GuardedByteSource: ByteSource {
    /// A walk has to end; the readers bound theirs by counts of boxes, chunks or segments.
    static let mostReads = 400_000
    static let mostBytes = 100 << 20
    /// Twice what any single block may take.
    static let longestRead = 8 << 20

    private let input: FuzzInput
    private(set) var reads = 0
    private(set) var bytesRead = 0
    /// What was asked too much of it; nil for nothing.
    private(set) var breach: String?

    init(_ input: FuzzInput) {
        self.input = input
    }

    var size: Int { input.size }

    func read(at position: Int, count: Int) throws(ByteSourceError) -> [UInt8] {
        reads += 1
        guard position >= 0, position < size, count > 0 else {
            try check(position)
            return []
        }
        let wanted = min(count, size - position)
        bytesRead += min(wanted, Self.mostBytes + 1)
        if wanted > Self.longestRead { breach = breach ?? "read \(wanted) bytes at once" }
        try check(position)
        return bytes(at: position, count: wanted)
    }

    private func check(_ position: Int) throws(ByteSourceError) {
        if reads > Self.mostReads { breach = breach ?? "read more than \(Self.mostReads) times" }
        if bytesRead > Self.mostBytes { breach = breach ?? "read more than \(Self.mostBytes) bytes" }
        guard breach == nil else { throw ByteSourceError(position: position, code: EOVERFLOW) }
    }

    private func bytes(at position: Int, count: Int) -> [UInt8] {
        let own = input.bytes
        guard position >= own.count || count > own.count - position else {
            return Array(own[position..<position + count])
        }
        var answer = position < own.count ? Array(own[position...]) : []
        answer.reserveCapacity(count)
        switch input.filling {
        case .zeros: answer += [UInt8](repeating: 0, count: count - answer.count)
        case .ones: answer += [UInt8](repeating: 0xFF, count: count - answer.count)
        case .cycle where own.isEmpty: answer += [UInt8](repeating: 0, count: count - answer.count)
        case .cycle:
            while answer.count < count {
                let start = (position + answer.count) % own.count
                answer += own[start..<min(own.count, start + count - answer.count)]
            }
        }
        return answer
    }
}
