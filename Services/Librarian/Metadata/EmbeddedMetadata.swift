/// What a container's reader found inside a file, not yet judged.
struct EmbeddedMetadata: Sendable, Hashable {
    var exif = ExifFields()

    /// One sentence about what could not be read; the rest was used all the same.
    private(set) var problem: String?

    /// Keeps the first problem: what comes later often follows from it.
    mutating func note(_ sentence: String) {
        problem = problem ?? sentence
    }
}
