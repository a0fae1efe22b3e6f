/// Photoshop's image resources, which PSD, JPEG and TIFF carry alike: a signature, a number, a name, a length, and the
/// contents, name and contents filled up to even lengths (Adobe Photoshop File Formats Specification).
enum PhotoshopResources {
    /// The resources that are read.
    enum Kind: UInt16 {
        case iptc = 1028
        case exif = 1058
        case furtherExif = 1059
        case xmp = 1060
    }

    struct Resource: Hashable {
        let identifier: UInt16
        /// Where the contents lie; cut short where the source ends before they do.
        let contents: Range<Int>
    }

    /// Files have some dozen.
    private static let mostResources = 1024
    private static let signatures = ["8BIM", "PHUT", "AgHg", "DCSR", "MeSa"].map { Array($0.utf8) }

    /// The resources of `source` up to the first fault.
    static func list(in source: some ByteSource) throws(ByteSourceError) -> [Resource] {
        var found: [Resource] = []
        var position = 0
        while found.count < mostResources, position < source.size {
            // Signature, number and the name's length take seven bytes, the name 255 at most, the length four.
            let head = try source.read(at: position, count: 7 + 255 + 4)
            guard signatures.contains(where: { head.holds($0) }), let number = head.integer(UInt16.self, at: 4, .big),
                let nameLength = head.integer(UInt8.self, at: 6, .big).map({ Int($0) })
            else { break }
            let lengthPlace = 6 + (nameLength + 2) / 2 * 2
            guard let length = head.integer(UInt32.self, at: lengthPlace, .big).map({ Int($0) }) else { break }
            let start = position + lengthPlace + 4
            guard start <= source.size else { break }
            found.append(Resource(identifier: number, contents: start..<start + min(length, source.size - start)))
            position = start + length + length % 2
        }
        return found
    }
}
