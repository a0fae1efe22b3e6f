import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("GoPro's videos")
struct GoProTests {
    private func item(_ key: String, _ type: Character, size: Int, _ values: [UInt8]) -> [UInt8] {
        let count = UInt16(values.count / max(size, 1))
        let padding = [UInt8](repeating: 0, count: (4 - values.count % 4) % 4)
        return Array(key.utf8) + [type.asciiValue ?? 0, UInt8(size)] + ISOBytes.number(count) + values + padding
    }

    private func nested(_ key: String, _ items: [UInt8]...) -> [UInt8] {
        let whole = Array(items.joined())
        return Array(key.utf8) + [0, 1] + ISOBytes.number(UInt16(whole.count)) + whole
    }

    private func telemetry(fix: UInt32, _ date: String) -> [UInt8] {
        let fields =
            item("STNM", "c", size: 1, Array("GPS".utf8)) + item("GPSF", "L", size: 4, ISOBytes.number(fix))
            + item("GPSU", "U", size: 16, Array(date.utf8))
        return nested("DEVC", item("DVID", "L", size: 4, [0, 0, 0, 1]), nested("STRM", fields))
    }

    @Test("tell the satellites' time once these are found")
    func time() {
        let found = GoProTelemetry.satelliteTime(in: telemetry(fix: 3, "170106234514.250"))
        #expect(found?.sqlText == "2017-01-06 23:45:14.250000")
        #expect(GoProTelemetry.satelliteTime(in: telemetry(fix: 0, "170106234514.250")) == nil)
        #expect(GoProTelemetry.satelliteTime(in: telemetry(fix: 3, "171306234514.250")) == nil)
        #expect(GoProTelemetry.satelliteTime(in: []) == nil)
    }

    @Test("of later models count days and thousandths of a second")
    func counted() {
        func values(fix: UInt16) -> [UInt8] {
            let start = [UInt8](repeating: 7, count: 20)
            return start + ISOBytes.number(UInt32(8405)) + ISOBytes.number(UInt32(3_661_500)) + [0, 1]
                + ISOBytes.number(fix)
        }
        let found = GoProTelemetry.satelliteTime(in: nested("STRM", item("GPS9", "?", size: 32, values(fix: 3))))
        #expect(found?.sqlText == "2023-01-05 01:01:01.500000")
        #expect(GoProTelemetry.satelliteTime(in: item("GPS9", "?", size: 32, values(fix: 0))) == nil)
    }

    @Test("have it in the first sample of a track, and local time in their headers")
    func track() throws {
        let sample = telemetry(fix: 3, "170106234514.250")
        func table(_ format: String, _ place: [UInt8], _ sizes: [UInt8]) -> [UInt8] {
            let entry = ISOBytes.box(format, [UInt8](repeating: 0, count: 8))
            let boxes = ISOBytes.full("stsd", [0, 0, 0, 1] + entry) + ISOBytes.full("stsz", sizes) + place
            let information = ISOBytes.box("minf", ISOBytes.box("stbl", boxes))
            return MovieBytes.movie(ISOBytes.box("trak", ISOBytes.box("mdia", information)))
        }
        let size = ISOBytes.number(UInt32(sample.count))
        let media = ISOBytes.box("mdat", sample)
        let short = ISOBytes.full("stco", [0, 0, 0, 1, 0, 0, 0, 8])
        let long = ISOBytes.full("co64", [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 8])
        for (place, sizes) in [(short, size + [0, 0, 0, 1]), (long, [0, 0, 0, 0, 0, 0, 0, 1] + size)] {
            let movie = try ISOBytes.read(media, table("gpmd", place, sizes)).movie
            #expect(movie.satelliteTime?.sqlText == "2017-01-06 23:45:14.250000")
            #expect(movie.headerTimesAreLocal)
        }
        let other = try ISOBytes.read(media, table("tmcd", short, size + [0, 0, 0, 1])).movie
        #expect(other.satelliteTime == nil && !other.headerTimesAreLocal)
    }

    @Test("are known by the name of a track's handler and by their program's version")
    func maker() throws {
        let media = ISOBytes.box("mdia", MovieBytes.handler("vide", name: "\u{B}GoPro AVC"))
        #expect(try ISOBytes.read(MovieBytes.movie(ISOBytes.box("trak", media))).movie.headerTimesAreLocal)
        let program = ISOBytes.box("udta", ISOBytes.box("FIRM", Array("HD5.02.02.00".utf8)))
        #expect(try ISOBytes.read(MovieBytes.movie(program)).movie.headerTimesAreLocal)
        let other = ISOBytes.box("mdia", MovieBytes.handler("vide", name: "Core Media Video"))
        #expect(try !ISOBytes.read(MovieBytes.movie(ISOBytes.box("trak", other))).movie.headerTimesAreLocal)
    }

    @Test("damaged in any way do not crash or hang")
    func damaged() {
        let good = telemetry(fix: 3, "170106234514.250")
        for index in good.indices {
            for value: UInt8 in [0, 0x7F, 0xFF] {
                var bad = good
                bad[index] = value
                _ = GoProTelemetry.satelliteTime(in: bad)
                _ = GoProTelemetry.satelliteTime(in: Array(bad.prefix(index)))
            }
        }
        var deep = good
        for _ in 0..<50 { deep = nested("DEVC", deep) }
        #expect(GoProTelemetry.satelliteTime(in: deep) == nil)
    }
}
