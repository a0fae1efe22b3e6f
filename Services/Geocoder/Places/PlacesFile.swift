import FactoryCore

/// A file of places in memory: it is kept as it is, and a place is decoded when somebody asks for it.
struct PlacesFile: Sendable {
    private let bytes: [UInt8]
    private let header: PlacesHeader
    private let regions: [String]
    private let countries: [(code: String, name: String)]
    private let zones: [String]

    /// What it was made from.
    var version: String { header.version }
    /// How many places it has.
    var count: Int { header.places }

    /// - Throws: `PlacesError`, and `StartupError` when there is no SHA-256 on this machine.
    init(_ bytes: [UInt8]) throws {
        let hash = try SHA256()
        let (header, texts) = try bytes.withUnsafeBytes { all in
            let header = try PlacesHeader(all)
            guard all.count == header.checksum + PlacesHeader.checksumSize else { throw PlacesError.damaged }
            hash.add(UnsafeRawBufferPointer(rebasing: all[..<header.checksum]))
            let found = hash.finish()
            guard found == Fingerprint(digest: Array(all[header.checksum...])) else { throw PlacesError.damaged }
            return (header, try Self.texts(header, all))
        }
        (self.bytes, self.header) = (bytes, header)
        regions = Array(texts[..<header.regions])
        let codes = header.regions..<header.regions + 2 * header.countries
        countries = stride(from: codes.lowerBound, to: codes.upperBound, by: 2).map { (texts[$0], texts[$0 + 1]) }
        zones = Array(texts[codes.upperBound...])
    }

    /// The texts that places share, in the order of the file.
    private static func texts(_ header: PlacesHeader, _ all: UnsafeRawBufferPointer) throws(PlacesError) -> [String] {
        var texts: [String] = []
        for offset in stride(from: header.lists, to: header.texts, by: PlacesHeader.spanSize) {
            let begin = Int(all.number(at: offset, as: UInt32.self))
            let end = begin + Int(all.number(at: offset + 4, as: UInt32.self))
            guard end <= header.textBytes else { throw .damaged }
            texts.append(String(decoding: all[header.texts + begin..<header.texts + end], as: UTF8.self))
        }
        return texts
    }

    /// Lends each record, in the order of the tree.
    ///
    /// - Throws: `PlacesError` for one that points to what is not there.
    func forEachRecord(_ body: (PlaceRecord) -> Void) throws {
        try bytes.withUnsafeBytes { all in
            for index in 0..<count {
                let record = PlaceRecord(all, at: offset(index))
                guard record.fits(header) else { throw PlacesError.damaged }
                body(record)
            }
        }
    }

    func record(_ index: Int) -> PlaceRecord {
        bytes.withUnsafeBytes { PlaceRecord($0, at: offset(index)) }
    }

    private func offset(_ index: Int) -> Int { PlacesHeader.size + index * PlacesHeader.recordSize }

    /// How a place is called.
    ///
    /// - Parameter zoneOf: the place whose time zone it gets: the nearest one tells it better than the one that gives the
    ///   name.
    func place(_ index: Int, zoneOf nearest: Int) -> NamedPlace {
        let record = record(index)
        let country = countries[record.country]
        return NamedPlace(
            name: String(decoding: bytes[header.texts...][offsetting: record.name], as: UTF8.self),
            region: record.region.map { regions[$0] }, country: country.name, countryCode: country.code,
            timeZone: self.record(nearest).zone.map { zones[$0] }, geonamesID: record.geonamesID,
            position: record.position)
    }
}

extension ArraySlice<UInt8> {
    /// A part that is counted from the beginning of the slice.
    fileprivate subscript(offsetting range: Range<Int>) -> ArraySlice<UInt8> {
        self[startIndex + range.lowerBound..<startIndex + range.upperBound]
    }
}
