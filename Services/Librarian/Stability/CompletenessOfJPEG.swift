import Glibc

/// A JPEG is complete when its end marker has arrived.
///
/// Nearly all end with it. Others go on behind it with the video of a motion photo or with further pictures, and in
/// them the marker is looked for behind the image data: neither the one that ends a thumbnail in the header nor the
/// zeros of a tail that was only reserved count.
enum CompletenessOfJPEG {
    static func check(_ source: some ByteSource) throws(ByteSourceError) -> Completeness {
        let tail = try source.read(at: source.size - 2, count: 2)
        if tail == [0xFF, JPEGMarker.endOfImage] { return .complete }
        switch try JPEGSegments(of: source).ending {
        case .endOfImage: return .complete
        case .startOfScan(let position): return try checkScans(in: source, from: position)
        case .endOfFile: return .incomplete("The JPEG ends inside its header.")
        case .damaged(let position): return .incomplete("The JPEG's header breaks off at byte \(position).")
        }
    }

    private static let blockSize = 1 << 16
    /// In bytes: who has more image data is not looked through to the end, and counts as complete.
    private static let longestScan = 64 << 20

    /// Goes through the image data block by block, past the headers of further scans.
    private static func checkScans(
        in source: some ByteSource, from start: Int
    ) throws(ByteSourceError) -> Completeness {
        var position = start
        while position - start < longestScan {
            switch scan(try source.read(at: position, count: blockSize)) {
            case .endMarker: return .complete
            case .goOn(let length) where length > 0: position += length
            case .goOn: return .incomplete("The JPEG ends before its end marker.")
            }
        }
        return .complete
    }

    private enum Finding {
        case endMarker
        /// So many bytes are done with; none when the block is too short to tell anything more.
        case goOn(Int)
    }

    private static func scan(_ block: [UInt8]) -> Finding {
        block.withUnsafeBytes { scan($0) }
    }

    /// Without slices, and by the C library from one mark to the next: image data are long, and a file of nothing but
    /// fill bytes is as long as it likes.
    private static func scan(_ block: UnsafeRawBufferPointer) -> Finding {
        var index = 0
        let last = block.count - 1
        while index < last, let start = block.baseAddress {
            guard let mark = memchr(start + index, 0xFF, block.count - index) else { return .goOn(block.count) }
            index = start.distance(to: UnsafeRawPointer(mark))
            guard index < last else { return .goOn(last) }
            guard block[index + 1] != 0xFF else {
                // Fill bytes by eights: what is here stays one, and the last of them may begin a marker.
                let first = index
                while index + 9 <= block.count, block.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self) == .max
                {
                    index += 8
                }
                if index == first { index += 1 }
                continue
            }
            let marker = block[index + 1]
            if marker == JPEGMarker.endOfImage { return .endMarker }
            guard JPEGMarker.hasContents(marker) else {
                index += 2
                continue
            }
            guard index + 3 <= last else { return .goOn(index) }
            index += 2 + (Int(block[index + 2]) << 8 | Int(block[index + 3]))
        }
        // Beyond the block where a segment was passed over, and before its last byte where that may begin a marker.
        return .goOn(index == last && block[last] != 0xFF ? block.count : index)
    }
}
