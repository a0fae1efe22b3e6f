/// Which part of a file a client wants.
enum ByteRange: Sendable, Equatable {
    case whole
    /// From the first byte up to, and without, the last.
    case part(Range<Int>)
    case unsatisfiable

    /// - Parameters:
    ///   - header: `Range`; one that is not understood, or asks for several parts, means the whole.
    ///   - size: of the file.
    init(_ header: String?, size: Int) {
        self = .whole
        guard let header, header.hasPrefix("bytes=") else { return }
        let parts = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, header.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: ",") }) else {
            return
        }
        if parts[0].isEmpty {
            guard let count = Int(parts[1]) else { return }
            self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
            return
        }
        guard let first = Int(parts[0]), first >= 0 else { return }
        if !parts[1].isEmpty {
            guard let last = Int(parts[1]), last >= first else { return }
            self = first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        } else {
            self = first < size ? .part(first..<size) : .unsatisfiable
        }
    }
}
