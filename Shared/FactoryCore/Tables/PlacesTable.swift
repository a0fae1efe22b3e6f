/// `factory.places`: where assets were taken, as people call it.
public enum PlacesTable {
    /// What `place` reads, of a table that the statement calls `place`.
    static let columns = """
        place.name, place.region, place.country, place.country_code, place.time_zone, place.geonames_id,
        place.latitude, place.longitude
        """

    /// Reads `columns`.
    ///
    /// - Parameter first: the number of the first of them.
    /// - Returns: nil far from anything, and where nothing was looked up.
    static func place(_ row: borrowing Row, from first: Int) throws(DatabaseError) -> NamedPlace? {
        guard !row.isNull(first) else { return nil }
        return NamedPlace(
            name: try row.string(first), region: row.optionalString(first + 1), country: try row.string(first + 2),
            countryCode: try row.string(first + 3), timeZone: row.optionalString(first + 4),
            geonamesID: try row.int(first + 5),
            position: GeoPoint(latitude: row.optionalString(first + 6), longitude: row.optionalString(first + 7)))
    }

    /// Writes down what was found for assets. What is known of them already is replaced where it is something else. Can be
    /// repeated.
    ///
    /// - Parameters:
    ///   - findings: by the ids of assets, each of them once.
    ///   - version: of the data from which the names are.
    public static func upsert(_ findings: [(asset: String, finding: PlaceFinding)], version: String) -> SQL {
        let places = findings.map(\.finding.place)
        return """
            INSERT INTO factory.places AS known (
                asset_id, name, region, country, country_code, time_zone, geonames_id, latitude, longitude, distance_km,
                data_version)
            SELECT asset_id, name, region, country, country_code, time_zone, geonames_id,
                latitude / 100000.0, longitude / 100000.0, meters / 1000.0, \(version)
            FROM unnest(
                \(SQLArray(findings.map(\.asset)))::text[]::uuid[],
                \(SQLArray(places.map { $0?.name }))::text[],
                \(SQLArray(places.map { $0?.region }))::text[],
                \(SQLArray(places.map { $0?.country }))::text[],
                \(SQLArray(places.map { $0?.countryCode }))::text[],
                \(SQLArray(places.map { $0?.timeZone }))::text[],
                \(SQLArray(places.map { $0?.geonamesID }))::bigint[],
                \(SQLArray(places.map { hundredThousandths($0?.position?.latitude) }))::bigint[],
                \(SQLArray(places.map { hundredThousandths($0?.position?.longitude) }))::bigint[],
                \(SQLArray(findings.map { Int(($0.finding.kilometers * 1000).rounded()) }))::bigint[]
            ) AS found (
                asset_id, name, region, country, country_code, time_zone, geonames_id, latitude, longitude, meters)
            ON CONFLICT (asset_id) DO UPDATE
            SET name = excluded.name, region = excluded.region, country = excluded.country,
                country_code = excluded.country_code, time_zone = excluded.time_zone,
                geonames_id = excluded.geonames_id, latitude = excluded.latitude, longitude = excluded.longitude,
                distance_km = excluded.distance_km, data_version = excluded.data_version, named_at = now()
            WHERE (known.name, known.region, known.country, known.country_code, known.time_zone, known.geonames_id,
                    known.latitude, known.longitude, known.distance_km, known.data_version)
                IS DISTINCT FROM (excluded.name, excluded.region, excluded.country, excluded.country_code,
                    excluded.time_zone, excluded.geonames_id, excluded.latitude, excluded.longitude,
                    excluded.distance_km, excluded.data_version)
            """
    }

    // Whole numbers, since the places of the data are to a hundred-thousandth of a degree and no closer.
    private static func hundredThousandths(_ degrees: Double?) -> Int? {
        degrees.map { Int(($0 * 1e5).rounded()) }
    }
}
