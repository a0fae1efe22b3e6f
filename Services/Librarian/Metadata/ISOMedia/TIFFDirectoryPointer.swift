/// Writers that put each directory of EXIF into a TIFF structure of its own leave the reader to know which is which.
enum TIFFDirectoryPointer {
    /// The same structure with a new first directory, whose one entry points to the one that was the first before.
    /// Nothing is moved, so that all offsets keep their meaning. Nil for what is no TIFF structure.
    ///
    /// - Parameter tag: what the old directory is: 0x8769 for Exif, 0x8825 for GPS.
    static func promoting(_ tiff: [UInt8], as tag: UInt16) -> [UInt8]? {
        let order: ByteOrder
        if tiff.holds([0x49, 0x49, 42, 0]) {
            order = .little
        } else if tiff.holds([0x4D, 0x4D, 0, 42]) {
            order = .big
        } else {
            return nil
        }
        guard tiff.count >= 8 else { return nil }
        // Directories begin at even offsets.
        let padded = tiff.count % 2 == 0 ? tiff : tiff + [0]
        let long: UInt16 = 4
        let entry = bytes(of: tag, order) + bytes(of: long, order) + bytes(of: UInt32(1), order) + tiff[4..<8]
        let directory = bytes(of: UInt16(1), order) + entry + [0, 0, 0, 0]
        return tiff[..<4] + bytes(of: UInt32(truncatingIfNeeded: padded.count), order) + padded[8...] + directory
    }

    /// A TIFF structure for a directory that stands without one and whose offsets count from its own beginning. The
    /// header takes the place of the directory's first bytes, so that the directory itself is moved to the end. Nil
    /// where the directory does not fit in.
    static func structure(fromDirectory block: [UInt8], _ order: ByteOrder) -> [UInt8]? {
        guard let count = block.integer(UInt16.self, at: 0, order), count > 0 else { return nil }
        let length = 2 + Int(count) * 12
        guard length <= block.count, block.count >= 8 else { return nil }
        let padded = block.count % 2 == 0 ? block : block + [0]
        let mark: [UInt8] = order == .little ? [0x49, 0x49] : [0x4D, 0x4D]
        let magic: UInt16 = 42
        let header = mark + bytes(of: magic, order) + bytes(of: UInt32(truncatingIfNeeded: padded.count), order)
        return header + padded[8...] + block[..<length] + [0, 0, 0, 0]
    }

    private static func bytes(of value: some FixedWidthInteger, _ order: ByteOrder) -> [UInt8] {
        withUnsafeBytes(of: order == .big ? value.bigEndian : value.littleEndian) { Array($0) }
    }
}
