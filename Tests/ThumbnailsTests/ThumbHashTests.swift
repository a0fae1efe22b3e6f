import Testing

@testable import Thumbnails

@Suite struct ThumbHashTests {
    private func picture(_ width: Int, _ height: Int, _ colour: (Int, Int) -> [UInt8]) -> [UInt8] {
        (0..<height).flatMap { y in (0..<width).flatMap { x in colour(x, y) } }
    }

    @Test func aFlatPictureIsItsMeanAndNothingElse() throws {
        let hash = try #require(ThumbHash(rgb: picture(10, 10) { _, _ in [255, 255, 255] }, width: 10, height: 10))
        // 63 of light, 32 of 63 in both colour channels, no amplitude, 7 frequencies across.
        #expect(Array(hash.bytes.prefix(5)) == [0x3F, 0x08, 0x02, 0x07, 0x00])
        #expect(hash.bytes.dropFirst(5).allSatisfy { $0 == 0 })
    }

    @Test(arguments: [(40, 30), (30, 40), (50, 50), (100, 1), (1, 100)])
    func theHeaderTellsTheShape(width: Int, height: Int) throws {
        let rgb = picture(width, height) { x, y in [UInt8(x), UInt8(y), 90] }
        let hash = try #require(ThumbHash(rgb: rgb, width: width, height: height))
        #expect((hash.bytes[4] & 0x80 != 0) == (width > height))
        let shorter = max(1, Int((7 * Double(min(width, height)) / Double(max(width, height))).rounded()))
        #expect(Int(hash.bytes[3] & 7) == shorter)
        #expect((14...25).contains(hash.bytes.count))
    }

    @Test func lightThatFallsToTheRightIsAFullFirstWave() throws {
        let rgb = picture(20, 20) { x, _ in x < 10 ? [255, 255, 255] : [0, 0, 0] }
        let hash = try #require(ThumbHash(rgb: rgb, width: 20, height: 20))
        #expect(hash.bytes[5] & 0x0F == 15)
        let mirrored = picture(20, 20) { x, _ in x < 10 ? [0, 0, 0] : [255, 255, 255] }
        #expect(try #require(ThumbHash(rgb: mirrored, width: 20, height: 20)).bytes[5] & 0x0F == 0)
    }

    @Test func whatDoesNotFitIsRefused() {
        #expect(ThumbHash(rgb: [1, 2], width: 1, height: 1) == nil)
        #expect(ThumbHash(rgb: [], width: 0, height: 0) == nil)
        #expect(ThumbHash(rgb: picture(101, 1) { _, _ in [0, 0, 0] }, width: 101, height: 1) == nil)
    }
}
