/// What was made of a file.
struct MadePictures {
    /// Of the picture itself, as displayed, in pixels.
    let width, height: Int
    /// Its ThumbHash.
    let hash: [UInt8]
}
