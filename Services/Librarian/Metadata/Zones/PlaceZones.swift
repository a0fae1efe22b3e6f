/// Whether an instant is shown by the clock of the place where the picture was taken.
enum PlaceZones: String, Sendable, Hashable, CaseIterable {
    /// By the zone of the picture's place, where it has one.
    case on
    /// By the library's zone, always.
    case off
}
