/// The maker note (EXIF 0x927C) of Apple's devices: "Apple iOS\0", a version, a byte order, and one directory whose
/// offsets count from the note's own start.
enum AppleMakerNote {
    /// In bytes; real ones have a few thousand.
    static let longest = 64 << 10

    /// What the still and the video of a Live Photo share (0x0011), in upper case; nil for other makers' notes.
    static func contentIdentifier(in note: [UInt8]) -> String? {
        guard note.holds("Apple iOS\0".utf8) else { return nil }
        let header = TIFFHeader(order: note.holds("II".utf8, at: 12) ? .little : .big)
        let source = ByteArraySource(note)
        guard let directory = try? TIFFDirectory(at: 14, role: .sub, header: header, from: source),
            let entry = directory.entry(0x0011), entry.type == 2
        else { return nil }
        let text = source.read(at: entry.position, count: min(entry.size, 64)).prefix { $0 != 0 }
        return text.isEmpty ? nil : String(decoding: text, as: UTF8.self).uppercased()
    }
}
