import FactoryCore

/// A place as one text: signed latitude, signed longitude and perhaps a height, closed by a slash (ISO 6709, annex H).
enum ISO6709 {
    /// Reads degrees ("+48.1354+011.4635/"), degrees and minutes ("+4808.12+01127.81/") and degrees, minutes and
    /// seconds ("+480807.4+0112748.6/"). Nil for anything else and for what is no place.
    static func place(_ text: String) -> GeoPoint? {
        var rest = text.utf8.drop { $0 == 0x20 }[...]
        guard let latitude = angle(readFrom: &rest, degreeDigits: 2),
            let longitude = angle(readFrom: &rest, degreeDigits: 3)
        else { return nil }
        return GeoPoint(latitude: latitude, longitude: longitude)
    }

    /// How many digits stand before the point tells how they are to be taken.
    private static func angle(readFrom rest: inout Substring.UTF8View, degreeDigits: Int) -> Double? {
        guard let sign = rest.popFirst(), sign == 0x2B || sign == 0x2D else { return nil }
        let whole = Array(rest.prefix { isDigit($0) })
        rest = rest.dropFirst(whole.count)
        var fraction: [UInt8] = []
        // The standard allows for a comma as well.
        if rest.first == 0x2E || rest.first == 0x2C {
            fraction = Array(rest.dropFirst().prefix { isDigit($0) })
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard !whole.isEmpty, whole.count <= degreeDigits + 4 else { return nil }
        let value = parts(whole, fraction, degreeDigits: degreeDigits)
        return value.map { sign == 0x2D ? -$0 : $0 }
    }

    private static func parts(_ whole: [UInt8], _ fraction: [UInt8], degreeDigits: Int) -> Double? {
        let sixtieths = whole.count <= degreeDigits ? 0 : whole.count <= degreeDigits + 2 ? 1 : 2
        let degrees = whole.dropLast(sixtieths * 2)
        let minutes = whole.dropFirst(degrees.count).prefix(2)
        let seconds = whole.dropFirst(degrees.count + 2)
        let fields = [degrees, minutes, seconds].prefix(sixtieths + 1)
        let numbers = fields.enumerated().compactMap { index, digits in
            number(digits, index == sixtieths ? fraction[...] : [])
        }
        guard numbers.count == fields.count, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
        return numbers.reversed().reduce(0) { $0 / 60 + $1 }
    }

    private static func number(_ digits: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>) -> Double? {
        let point: [UInt8] = [0x2E]
        return Double(String(decoding: digits + point + fraction.prefix(15) + [0x30], as: UTF8.self))
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }
}
