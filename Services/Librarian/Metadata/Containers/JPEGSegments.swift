/// The marker segments of a JPEG from its start to where its image data begins.
///
/// The walk reads four bytes a segment and never the image data; it is bounded for every input.
struct JPEGSegments {
    struct Segment: Hashable {
        /// The second byte of the marker: 0xE1 for APP1.
        let marker: UInt8
        /// Where the contents lie in the file; cut short where the file ends before they do.
        let contents: Range<Int>
    }

    /// How the walk came to its end.
    enum Ending: Hashable {
        /// The scan's header begins at this byte; image data follow.
        case startOfScan(at: Int)
        /// The end marker came before any image data.
        case endOfImage
        /// The file ends inside the header.
        case endOfFile
        /// From this byte on there is no marker where one has to be.
        case damaged(at: Int)
    }

    let segments: [Segment]
    let ending: Ending

    /// No writer comes near: large maker notes or XMP take some hundred.
    private static let mostSegments = 4096
    /// Decoders skip stray bytes between segments; so much of them, and what follows is no JPEG any more.
    private static let mostStrayBytes = 4096
    /// Between how many segments they are looked for: a file in which they are the rule is none.
    private static let mostSearches = 64

    /// Walks `source` from its first marker: behind the two bytes of a JPEG's start, or the seven of Exiv2's.
    init(of source: some ByteSource, from start: Int = 2) throws(ByteSourceError) {
        var found: [Segment] = []
        found.reserveCapacity(8)
        var searches = 0
        var step = try Self.step(in: source, at: start, &searches)
        while case .segment(let segment, let next) = step, found.count < Self.mostSegments {
            found.append(segment)
            step = try Self.step(in: source, at: next, &searches)
        }
        segments = found
        ending =
            switch step {
            case .end(let ending): ending
            case .segment(let segment, _): .damaged(at: segment.contents.lowerBound - 4)
            }
    }

    private enum Step {
        case segment(Segment, next: Int)
        case end(Ending)
    }

    /// What the next marker from `position` on begins, markers without contents being passed over.
    private static func step(
        in source: some ByteSource, at position: Int, _ searches: inout Int
    ) throws(ByteSourceError) -> Step {
        let step = try source.withBytes(at: position, count: 4) { window -> Step? in
            guard window.count == 4, window[0] == 0xFF, JPEGMarker.hasContents(window[1]) else { return nil }
            if window[1] == JPEGMarker.startOfScan { return .end(.startOfScan(at: position)) }
            return segment(marker: window[1], length: Int(window[2]) << 8 | Int(window[3]), at: position, in: source)
        }
        if let step { return step }
        searches += 1
        guard searches <= mostSearches else { return .end(.damaged(at: position)) }
        return try searchingStep(in: source, at: position)
    }

    private static func segment(marker: UInt8, length: Int, at position: Int, in source: some ByteSource) -> Step {
        guard length >= 2 else { return .end(.damaged(at: position)) }
        let contents = position + 4..<max(position + 4, min(position + 2 + length, source.size))
        return .segment(Segment(marker: marker, contents: contents), next: position + 2 + length)
    }

    /// The slow way for fill bytes, stray bytes and the end marker.
    private static func searchingStep(in source: some ByteSource, at start: Int) throws(ByteSourceError) -> Step {
        let bytes = try source.read(at: start, count: mostStrayBytes)
        for index in bytes.indices.dropLast() where bytes[index] == 0xFF {
            switch bytes[index + 1] {
            case JPEGMarker.endOfImage: return .end(.endOfImage)
            case JPEGMarker.startOfScan: return .end(.startOfScan(at: start + index))
            case let marker where JPEGMarker.hasContents(marker):
                guard let length = bytes.integer(UInt16.self, at: index + 2, .big) else { break }
                return segment(marker: marker, length: Int(length), at: start + index, in: source)
            default: continue
            }
        }
        return .end(bytes.count < mostStrayBytes ? .endOfFile : .damaged(at: start))
    }
}
