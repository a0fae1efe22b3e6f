import FactoryCore

/// What was decided about a photo or video.
enum FileFate {
    /// Its content is at home here, or is about to be.
    case placed(OriginalPath)
    /// Its turn comes with the next batch.
    case deferred
    /// It stays where it is, or has gone; that has been told.
    case left
}
