/// The two halves of a Live Photo as Apple's phones write them: a still, here a JPEG, and a QuickTime video, which share
/// an identifier.
public struct SampleLivePhoto: Sendable {
    public var identifier: String
    /// What the still's EXIF says, for example `2024:03:09 11:50:38`.
    public var taken: String
    /// What the video's Keys say, for example `2024-03-09T11:50:38+0100`; no date when nil.
    public var filmed: String?

    public init(_ identifier: String, taken: String, filmed: String? = nil) {
        (self.identifier, self.taken, self.filmed) = (identifier, taken, filmed)
    }

    /// The whole still.
    public func still() -> [UInt8] {
        let entries = [ExifEntry.text(0x9003, taken), ExifEntry.raw(0x927C, makerNote())]
        let block = SampleExifBlock(byteOrder: .big, details: entries).bytes()
        let plain = SamplePhoto("a Live Photo \(identifier)").bytes()
        return Array(plain.prefix(2)) + SampleSegment.bytes(0xE1, Array("Exif\0\0".utf8) + block) + plain.dropFirst(2)
    }

    /// The whole video.
    public func video() -> [UInt8] {
        SampleMovie(
            keys: [
                ("com.apple.quicktime.content.identifier", identifier),
                ("com.apple.quicktime.creationdate", filmed),
            ].compactMap { key, value in value.map { (key, $0) } }
        ).bytes()
    }

    /// Apple's maker note with nothing but tag 0x0011, whose text lies behind the directory.
    private func makerNote() -> [UInt8] {
        let length = UInt8(identifier.utf8.count + 1)
        let entry: [UInt8] = [0, 0x11, 0, 2, 0, 0, 0, length, 0, 0, 0, 32]
        return Array("Apple iOS\0".utf8) + [0, 1] + Array("MM".utf8) + [0, 1] + entry + [0, 0, 0, 0]
            + Array(identifier.utf8) + [0]
    }
}
