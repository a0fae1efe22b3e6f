/// A file of ISO base media boxes is complete when its last box ends where the file does and the box that explains
/// the others is there.
///
/// Some cameras pad behind the last box, and some phones append data of their own: that is no harm once the explaining
/// box was seen, while zeros in its place show a file that was reserved and not yet written.
enum CompletenessOfISOMedia {
    /// An hour of fragments of a second has about ten thousand; who has more is not counted to the end.
    private static let mostBoxes = 100_000

    /// - Parameter index: the types of box of which one has to be there.
    static func check(_ source: some ByteSource, index: Set<String>) throws(ByteSourceError) -> Completeness {
        var position = 0
        var hasIndex = false
        for _ in 0..<mostBoxes {
            if position == source.size { return verdict(hasIndex, index) }
            guard let box = Box(try source.read(at: position, count: 16)) else {
                return hasIndex ? .complete : .incomplete("The file holds no readable box at byte \(position).")
            }
            hasIndex = hasIndex || index.contains(box.type)
            guard let size = box.size else { return verdict(hasIndex, index) }
            guard size <= source.size - position else {
                let there = source.size - position
                return .incomplete("The file ends inside its box \(box.type): \(there) of \(size) bytes are there.")
            }
            position += size
        }
        return .complete
    }

    /// The same for formats whose coded picture may also stand alone; that has no structure which tells its end.
    ///
    /// - Parameter signature: how the picture without boxes begins.
    static func check(
        _ source: some ByteSource, index: Set<String>, orSignature signature: [UInt8]
    ) throws(ByteSourceError) -> Completeness {
        let start = try source.read(at: 0, count: signature.count)
        return start == signature ? .complete : try check(source, index: index)
    }

    private static func verdict(_ hasIndex: Bool, _ index: Set<String>) -> Completeness {
        let names = index.sorted().joined(separator: " or ")
        return hasIndex ? .complete : .incomplete("The file has no box \(names), without which it cannot be shown.")
    }

    private struct Box {
        let type: String
        /// With its header; nil for a box that goes on to the end of the file.
        let size: Int?

        /// Nil for what cannot be a box's first bytes.
        init?(_ header: [UInt8]) {
            guard let short = header.integer(UInt32.self, at: 0, .big), header.count >= 8 else { return nil }
            guard header[4..<8].allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0xA9 }) else { return nil }
            type = String(decoding: header[4..<8], as: UTF8.self)
            switch short {
            case 0: size = nil
            case 1:
                guard let long = header.integer(UInt64.self, at: 8, .big), long >= 16 else { return nil }
                size = Int(clamping: long)
            case 8...: size = Int(short)
            default: return nil
            }
        }
    }
}
