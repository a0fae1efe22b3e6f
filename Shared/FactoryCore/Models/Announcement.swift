/// What somebody was told last about a service's light.
public struct Announcement: Sendable, Hashable {
    /// Its name in the tables.
    public let service: String
    /// Red, or green again.
    public let light: ServiceLight
    /// Since when the light was red that was told of first.
    public let redSince: Timestamp
    /// When it was told.
    public let time: Timestamp

    public init(service: String, light: ServiceLight, redSince: Timestamp, time: Timestamp) {
        self.service = service
        self.light = light
        self.redSince = redSince
        self.time = time
    }
}
