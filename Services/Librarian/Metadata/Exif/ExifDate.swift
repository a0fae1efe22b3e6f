/// One of EXIF's dates with the tags that refine it, all as the file has them.
struct ExifDate: Sendable, Hashable {
    /// "YYYY:MM:DD HH:MM:SS", or whatever else was written there.
    var text: String?
    /// Decimals of the second.
    var subSeconds: String?
    /// "+09:00".
    var offset: String?

    mutating func fillGaps(from other: ExifDate) {
        // The refinements belong to their own date: those of another block must not be mixed in.
        if text == nil {
            self = ExifDate(text: other.text, subSeconds: other.subSeconds, offset: offset ?? other.offset)
        }
    }
}
