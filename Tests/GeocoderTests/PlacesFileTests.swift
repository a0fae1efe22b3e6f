import FactoryCore
import TestSupport
import Testing

@testable import geocoder

@Suite("A file of places is read, or refused in one sentence")
struct PlacesFileTests {
    private let samples = [
        SamplePlace.paris,
        SamplePlace("Adamstown", -25.06597, -130.10147, country: "Pitcairn", code: "PN", timeZone: nil, id: 4_030_723),
    ]

    private func error(of bytes: [UInt8]) -> PlacesError? {
        do {
            _ = try Gazetteer(PlacesFile(bytes))
            return nil
        } catch {
            return error as? PlacesError
        }
    }

    @Test("with all that it has")
    func whole() throws {
        let gazetteer = try Gazetteer(PlacesFile(SamplePlaces(samples).bytes()))
        #expect(gazetteer.version == SamplePlaces.version && gazetteer.count == 2)
        let paris = try #require(GeoPoint(latitude: 48.85341, longitude: 2.3488))
        #expect(
            gazetteer.finding(at: paris)
                == PlaceFinding(
                    place: NamedPlace(
                        name: "Paris", region: "Île-de-France", country: "France", countryCode: "FR",
                        timeZone: "Europe/Paris", geonamesID: 2_988_507, position: paris), kilometers: 0))
        let island = try #require(GeoPoint(latitude: -25.07, longitude: -130.1))
        let place = try #require(gazetteer.finding(at: island).place)
        #expect(place.region == nil && place.timeZone == nil && place.words == "Adamstown, Pitcairn")
    }

    @Test("and is written down in a few words, as those do who start services")
    func description() throws {
        let geocoder = Geocoder(try Gazetteer(PlacesFile(SamplePlaces(samples).bytes())))
        #expect("\(geocoder)".contains("2 places of a test") && "\(geocoder)".utf8.count < 100)
    }

    @Test("with the time zone of the nearest place, whatever the larger one has that gives the name")
    func zone() throws {
        let near = SamplePlace("Hamlet", 10, 10, population: 1, timeZone: "Etc/GMT-1", id: 1)
        let large = SamplePlace("Town", 10.05, 10, population: 1000, timeZone: "Etc/GMT-2", id: 2)
        let gazetteer = try Gazetteer(PlacesFile(SamplePlaces([near, large]).bytes()))
        let finding = gazetteer.finding(at: try #require(GeoPoint(latitude: 10.01, longitude: 10)))
        #expect(finding.place?.name == "Town" && finding.place?.timeZone == "Etc/GMT-1")
    }

    @Test("not one that is something else, is of another format, or was cut off")
    func refused() throws {
        let bytes = try SamplePlaces(samples).bytes()
        #expect(error(of: bytes) == nil)
        #expect(error(of: []) == .foreign)
        #expect(error(of: Array("#!/bin/sh\nexit 0\n".utf8)) == .foreign)
        #expect(error(of: try SamplePlaces(samples, format: 2).bytes()) == .otherFormat(2))
        for length in 8..<bytes.count { #expect(error(of: Array(bytes[..<length])) == .damaged, "\(length)") }
        #expect(error(of: bytes + [0]) == .damaged)
    }

    @Test("not one in which a single bit is another one")
    func flipped() throws {
        let bytes = try SamplePlaces(samples).bytes()
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 1
            #expect(error(of: other) != nil, "\(index)")
        }
    }

    @Test("not one that is right by its checksum and points to what is not there")
    func pointing() throws {
        let bytes = try SamplePlaces(samples).bytes().dropLast(32)
        // The first record's latitude, length of the name, axis, region, country and zone.
        for (offset, value) in [(3, 0x7F), (19, 0x7F), (21, 3), (22, 9), (24, 9), (26, 9)] {
            var other = Array(bytes)
            other[SamplePlaces.header + offset] = UInt8(value)
            #expect(error(of: try SamplePlaces.signed(other)) == .damaged, "\(offset)")
        }
    }
}
