/// A GIF is a list of blocks up to its trailer (GIF89a specification). One without a trailer whose last block is whole
/// is shown by every program, so that only an end inside a block counts as one.
enum CompletenessOfGIF {
    private static let trailer: UInt8 = 0x3B
    /// In bytes: a longer animation is not looked through to the end, and counts as complete.
    private static let longest = 32 << 20
    private static let cut = Completeness.incomplete("The GIF ends inside one of its blocks.")

    static func check(_ file: some ByteSource) throws(ByteSourceError) -> Completeness {
        if try file.read(at: file.size - 1, count: 1) == [trailer] { return .complete }
        let source = BlockByteSource(file)
        let screen = try source.read(at: 0, count: 13)
        guard screen.count == 13 else { return cut }
        var position = 13 + colorTableSize(screen[10])
        // Each turn moves on by a byte at least.
        while position < source.size {
            guard position < longest else { return .complete }
            switch try source.read(at: position, count: 1).first {
            case 0x21: position += 2
            case 0x2C:
                guard let flags = try source.read(at: position + 9, count: 1).first else { return cut }
                // The descriptor, its colors, and the width of the first code.
                position += 10 + colorTableSize(flags) + 1
            // Whatever follows the trailer, or is damaged, says nothing.
            default: return .complete
            }
            guard let end = try endOfParts(in: source, from: position) else { return cut }
            position = end
        }
        return position == source.size ? .complete : cut
    }

    private static func colorTableSize(_ flags: UInt8) -> Int {
        flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
    }

    /// Behind the empty part that ends a list of them, each of which is led by its length.
    private static func endOfParts(in source: some ByteSource, from start: Int) throws(ByteSourceError) -> Int? {
        var position = start
        while let length = try source.read(at: position, count: 1).first {
            position += 1 + Int(length)
            if length == 0 || position >= longest { return position }
        }
        return nil
    }
}
