/// The second bytes of JPEG's markers, the first being 0xFF (ITU T.81, table B.1).
enum JPEGMarker {
    static let startOfImage: UInt8 = 0xD8
    static let endOfImage: UInt8 = 0xD9
    static let startOfScan: UInt8 = 0xDA
    static let app1: UInt8 = 0xE1
    static let app13: UInt8 = 0xED

    /// Whether a length and contents follow; 0x00 is a stuffed byte, 0x01 and the restart markers stand alone, and
    /// 0xFF only fills.
    static func hasContents(_ marker: UInt8) -> Bool {
        switch marker {
        case 0xC0...0xCF, startOfScan...0xDF, 0xE0...0xEF, 0xFE: true
        default: false
        }
    }
}
