import FactoryCore

/// What is known about a photo or video before it gets its place.
struct MediaMetadata: Sendable, Hashable, Codable {
    let format: MediaFormat
    let capture: CaptureTime
    /// Where it was taken, if the file says so believably.
    let place: GeoPoint?
    /// One sentence about what could not be read; what could be read was used all the same.
    let problem: String?
    /// Apple's identifier, which the still and the video of a Live Photo share; upper case.
    var contentIdentifier: String?
    /// What is worth knowing about the file and no fault of it, such as a name that ends otherwise than its content.
    var note: String?

    /// The same with another time.
    func with(_ capture: CaptureTime) -> MediaMetadata {
        MediaMetadata(
            format: format, capture: capture, place: place, problem: problem, contentIdentifier: contentIdentifier,
            note: note)
    }
}
