/// What the thumbnailer is told, as one JSON object on one line.
enum MakingReport {
    case made(MadePictures)
    case failed(MakingError)

    var json: String {
        switch self {
        case .made(let made):
            """
            {"width":\(made.width),"height":\(made.height),"thumbhash":"\(Self.hex(made.hash))"}
            """
        case .failed(let error):
            """
            {"reason":"\(Self.escaped(error.reason))","concerns_storage":\(error.concernsStorage)}
            """
        }
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Decoders quote what they find: a control character becomes a space.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { character in
            switch character {
            case "\"", "\\": "\\\(character)"
            case _ where character.value < 0x20 || character.value == 0x7F: " "
            default: String(character)
            }
        }.joined()
    }
}
