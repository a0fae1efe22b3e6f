import FoundationEssentials
import Testing

@testable import FactoryCore

@Suite("A fingerprint")
struct FingerprintTests {
    private static let hex = "00010203040506070809a0b0c0d0e0f0ffeeddccbbaa99887766554433221100"

    @Test("is written as it was read, leading zeros and all")
    func roundTrip() throws {
        let fingerprint = try #require(Fingerprint(hex: Self.hex))
        #expect(fingerprint.hex == Self.hex)
        #expect(fingerprint.description == Self.hex)
        #expect(Fingerprint(Self.hex) == fingerprint)
    }

    @Test("keeps the order of a digest's bytes")
    func digest() {
        let bytes = (0..<32).map { UInt8($0 * 8) }
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(Fingerprint(digest: bytes).hex == hex)
    }

    @Test("is 64 lower-case hexadecimal digits and nothing else")
    func refused() {
        let rest = Self.hex.dropFirst(2)
        for start in ["", "0", "000", "0G", "0A", "0/", "0:", "0`", "0g", " 0", "0x", "-1", "ü", "é0"] {
            #expect(Fingerprint(hex: start + rest) == nil, "\(start)")
        }
        #expect(Fingerprint(hex: "0a" + rest) != nil)
    }

    @Test("of a number is that number at the end of zeros")
    func number() {
        #expect(Fingerprint(number: 0).hex == String(repeating: "0", count: 64))
        #expect(Fingerprint(number: 0xAB).hex == String(repeating: "0", count: 62) + "ab")
        #expect(Fingerprint(number: .max).hex.hasSuffix("0" + String(repeating: "f", count: 16)))
    }

    @Test("differs when any of its digits does")
    func equality() throws {
        let original = try #require(Fingerprint(hex: Self.hex))
        for place in 0..<64 {
            var digits = Array(Self.hex)
            digits[place] = digits[place] == "1" ? "2" : "1"
            #expect(try #require(Fingerprint(hex: String(digits))) != original)
        }
        #expect(try #require(Fingerprint(hex: Self.hex)).hashValue == original.hashValue)
    }

    @Test("travels in JSON as its text, and as nothing else")
    func json() throws {
        let fingerprint = try #require(Fingerprint(hex: Self.hex))
        let json = try JSONEncoder().encode([fingerprint])
        #expect(String(decoding: json, as: UTF8.self) == "[\"\(Self.hex)\"]")
        #expect(try JSONDecoder().decode([Fingerprint].self, from: json) == [fingerprint])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Fingerprint].self, from: Data("[\"\(Self.hex.dropLast())\"]".utf8))
        }
    }
}
