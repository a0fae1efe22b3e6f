/// The first bytes of a file, as a `ContentReader` has them in its buffer.
struct FileHead {
    let bytes: ArraySlice<UInt8>
    /// By which the reader knows whether it still has them.
    let number: Int
}
