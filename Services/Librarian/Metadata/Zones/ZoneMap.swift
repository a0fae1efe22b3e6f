import CTimeZones
import FactoryCore

/// The time zones of the world by place, from the table that `Shared/CTimeZones/table` describes. The table is part of
/// the program's read-only data: nothing is read or decoded before it is asked.
enum ZoneMap {
    /// The name of the zone in IANA's database, such as "Europe/Berlin"; "Etc/GMT+3" and the like on the open sea.
    static func name(at place: GeoPoint) -> String? {
        guard let table = ZoneTable(UnsafeRawBufferPointer(start: ctimezones_table(), count: ctimezones_size())) else {
            return nil
        }
        return table.name(
            row: cell(place.latitude, from: -90, degrees: 180),
            column: cell(place.longitude, from: -180, degrees: 360))
    }

    /// The number of the cell in which a coordinate lies; the far edge belongs to the last.
    private static func cell(_ degrees: Double, from first: Double, degrees count: Int) -> Int {
        min(
            max(Int(((degrees - first) * Double(ZoneTable.cellsPerDegree)).rounded(.down)), 0),
            count * ZoneTable.cellsPerDegree - 1)
    }
}
