/// The EXIF block of a sample photo.
struct SampleExif {
    let photo: SamplePhoto

    /// Nil when the photo has nothing to say.
    func bytes() -> [UInt8]? {
        let block = SampleExifBlock(byteOrder: photo.byteOrder, details: detailEntries(), place: placeEntries())
        return block.isEmpty ? nil : block.bytes()
    }

    /// ExifVersion, then DateTimeOriginal, OffsetTimeOriginal, SubSecTimeOriginal: entries stand in the tags' order.
    private func detailEntries() -> [ExifEntry] {
        let texts = [(UInt16(0x9003), photo.taken), (0x9011, photo.offset), (0x9291, photo.subSeconds)]
        let entries = texts.compactMap { tag, text in text.map { ExifEntry.text(tag, $0) } }
        return entries.isEmpty ? [] : [.plain(0x9000, "0232")] + entries
    }

    /// GPSLatitudeRef, GPSLatitude, GPSLongitudeRef, GPSLongitude.
    private func placeEntries() -> [ExifEntry] {
        guard let position = photo.position else { return [] }
        return [
            .text(1, position.latitude < 0 ? "S" : "N"),
            .angle(2, position.latitude, photo.byteOrder),
            .text(3, position.longitude < 0 ? "W" : "E"),
            .angle(4, position.longitude, photo.byteOrder),
        ]
    }
}
