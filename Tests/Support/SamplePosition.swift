/// Where a sample photo was taken, in degrees; south and west are negative.
public struct SamplePosition: Sendable, Equatable {
    public let latitude: Double
    public let longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}
