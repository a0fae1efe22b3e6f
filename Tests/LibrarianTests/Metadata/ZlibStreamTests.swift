import FactoryCore
import Testing

@testable import librarian

@Suite("A zlib stream")
struct ZlibStreamTests {
    private static let text = Array(String(repeating: "photo ", count: 9000).utf8)

    @Test("gives what it holds, up to the bound")
    func bound() {
        let stream = PNGBytes.stored(Self.text)
        #expect(ZlibStream.inflated(stream, longest: 1 << 20) == Self.text)
        #expect(ZlibStream.inflated(stream, longest: 100) == Array(Self.text.prefix(100)))
    }

    @Test("that is damaged or cut gives what comes before")
    func damage() {
        let stream = PNGBytes.stored(Self.text)
        #expect(ZlibStream.inflated(stream.prefix(1000), longest: 1 << 20) == Array(Self.text.prefix(1000 - 7)))
        #expect(ZlibStream.inflated(Array("no stream".utf8), longest: 100).isEmpty)
        #expect(ZlibStream.inflated([], longest: 100).isEmpty)
    }
}
