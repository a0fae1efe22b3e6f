import FactoryCore
import TestSupport
import Testing

@testable import librarian

extension RelativePath {
    /// Reads `a/b/c.jpg`; nil for an empty path.
    init?(_ text: String) {
        self.init(components: text.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) })
    }
}

extension MediaMetadata {
    /// Of a JPEG that was taken on a day, written `2024-03-09`.
    static func taken(on day: String) throws -> MediaMetadata {
        let local = try #require(CivilTime("\(day) 12:30:00"))
        let capture = CaptureTime(local: local, offset: nil, instant: nil, precision: .second, source: .exifOriginal)
        return MediaMetadata(format: .jpeg, capture: capture, place: nil, problem: nil)
    }
}

extension Fingerprint {
    /// Of a text's bytes.
    static func of(_ text: String) throws -> Fingerprint {
        try SHA256.of(Array(text.utf8))
    }
}

extension FilingIntent {
    /// To file the content `content`, which stood in the inbox as `from`, at `to` below Originals.
    static func sample(
        from: String = "/inbox/a.jpg", to: String, content: String, purpose: FilingPurpose = .file
    ) throws -> FilingIntent {
        FilingIntent(
            purpose: purpose, from: from, fromBytes: nil, to: to, fingerprint: try .of(content),
            size: content.utf8.count,
            modified: Timestamp(seconds: 1_700_000_000), metadata: try .taken(on: "2024-03-09"), problem: nil)
    }
}

extension String {
    /// The bytes of a name.
    var bytes: [UInt8] { Array(utf8) }
}
