/// The blocks of metadata that a JPEG's segments carry, told by the text at their beginning.
enum JPEGBlock: CaseIterable {
    case exif
    case xmp
    /// A part of the XMP that did not fit into one segment.
    case extendedXMP
    /// A part of Photoshop's image resources.
    case photoshop

    /// So many bytes of a segment's contents decide.
    static let signatureLength = 40

    /// Nil for segments that are not read.
    init?<Head: Collection>(marker: UInt8, contents head: Head) where Head.Element == UInt8, Head.Index == Int {
        let found = Self.allCases.first { $0.marker == marker && head.holds($0.signature.utf8) }
        guard let found else { return nil }
        self = found
    }

    /// How many bytes stand before the block itself.
    var headerLength: Int {
        switch self {
        // Two bytes that ought to be zero, but are not with every writer.
        case .exif: 6
        case .xmp, .photoshop: signature.utf8.count
        case .extendedXMP: signature.utf8.count + JPEGExtendedXMP.headerLength
        }
    }

    private var marker: UInt8 {
        self == .photoshop ? JPEGMarker.app13 : JPEGMarker.app1
    }

    private var signature: String {
        switch self {
        case .exif: "Exif\0"
        case .xmp: "http://ns.adobe.com/xap/1.0/\0"
        case .extendedXMP: "http://ns.adobe.com/xmp/extension/\0"
        case .photoshop: "Photoshop 3.0\0"
        }
    }
}
