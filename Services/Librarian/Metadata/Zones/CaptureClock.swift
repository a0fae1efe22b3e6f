import FactoryCore

/// The clock by which an instant is shown for which no file states the wall clock.
struct CaptureClock: Sendable {
    /// The library's own, where the picture's place is not known.
    let zone: LibraryZone
    var placeZones = PlaceZones.off
    /// Where the picture was taken.
    var place: GeoPoint?

    /// What the clock shows at `instant`, and how far it is ahead of UTC then. The place's zone counts first, if it is
    /// wanted and this machine knows its rules.
    func reading(at instant: Timestamp) -> (local: CivilTime, offset: UTCOffset?) {
        guard placeZones == .on, let place, let name = ZoneMap.name(at: place),
            let offset = ZoneFile.offset(of: name, at: instant)
        else { return zone.clock(at: instant) }
        return (instant.local(offset: offset), offset)
    }
}
