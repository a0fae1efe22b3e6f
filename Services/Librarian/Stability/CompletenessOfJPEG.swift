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
        var index = 0
        while let mark = block[index...].firstIndex(of: 0xFF), mark + 1 < block.count {
            let marker = block[mark + 1]
            if marker == JPEGMarker.endOfImage { return .endMarker }
            if marker == 0xFF {
                index = mark + 1
            } else if JPEGMarker.hasContents(marker) {
                guard let length = block.integer(UInt16.self, at: mark + 2, .big) else { return .goOn(mark) }
                index = mark + 2 + Int(length)
                if index >= block.count { return .goOn(index) }
            } else {
                index = mark + 2
                if index == block.count { return .goOn(index) }
            }
        }
        let rest = block[index...].firstIndex(of: 0xFF)
        return .goOn(rest ?? block.count)
    }
}
