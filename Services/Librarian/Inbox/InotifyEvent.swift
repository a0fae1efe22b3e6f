import Glibc

/// One event as the kernel writes it: watch, mask, cookie, length of the name, name padded with NULs.
struct InotifyEvent: Equatable {
    private static let headerSize = 16

    let watch: Int32
    let mask: UInt32
    /// Empty for events of the watched folder itself.
    let name: [UInt8]

    var isOverflow: Bool { mask & UInt32(IN_Q_OVERFLOW) != 0 }
    var isFolder: Bool { mask & UInt32(IN_ISDIR) != 0 }
    /// The kernel dropped the watch, for its folder is gone.
    var isEndOfWatch: Bool { mask & UInt32(IN_IGNORED) != 0 }

    /// Reads as many whole events as there are in what the kernel wrote.
    static func parse(_ bytes: ArraySlice<UInt8>) -> [InotifyEvent] {
        var events: [InotifyEvent] = []
        var rest = bytes
        while rest.count >= headerSize {
            let header = Array(rest.prefix(headerSize))
            let length = Int(word(header, at: 12))
            guard length <= rest.count - headerSize else { break }
            let name = rest.dropFirst(headerSize).prefix(length).prefix { $0 != 0 }
            events.append(
                InotifyEvent(
                    watch: Int32(bitPattern: word(header, at: 0)), mask: word(header, at: 4), name: Array(name)))
            rest = rest.dropFirst(headerSize + length)
        }
        return events
    }

    /// The kernel writes in this machine's byte order.
    private static func word(_ bytes: [UInt8], at offset: Int) -> UInt32 {
        bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self) }
    }
}
