/// Why no thumbnail at all can be made: where originals or thumbnails are is not as it must be.
struct StorageObstacle: Error, CustomStringConvertible {
    /// One sentence for a person.
    let description: String

    init(_ sentence: String) {
        description = sentence
    }
}
