/// The picture of a file, shrunk.
struct DecodedSource {
    /// As displayed, in sRGB, in memory; at most as large as the largest thumbnail.
    let picture: Picture
    /// Of the file's own picture, as displayed, in pixels.
    let width, height: Int
}
