import FactoryCore
import FoundationEssentials

/// Reads the JSON that Google Takeout puts beside each photo and video.
enum TakeoutJSON {
    /// The most bytes that such a file may have: real ones have two thousand, of long descriptions ten.
    static let sizeLimit = 1 << 20

    /// Nil for what is none: other JSON, such as that of an album, has no photoTakenTime.
    static func fields(of bytes: some Collection<UInt8>) -> TakeoutFields? {
        guard bytes.count <= sizeLimit,
            let document = try? JSONDecoder().decode(TakeoutDocument.self, from: Data(bytes))
        else { return nil }
        return TakeoutFields(
            taken: document.taken, place: document.places.lazy.compactMap { $0 }.first, title: document.title)
    }
}
