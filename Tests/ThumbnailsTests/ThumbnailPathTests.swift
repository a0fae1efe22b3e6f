import Testing

@testable import Thumbnails

@Suite struct ThumbnailPathTests {
    @Test func aPathIsMadeOfTheHashAndTheSize() throws {
        let hash = "ab" + String(repeating: "0", count: 62)
        let path = try #require(ThumbnailPath(hash: hash, size: .grid))
        #expect(path.relative == "Thumbnails/ab/\(hash)-256.webp")
    }

    @Test(arguments: ["", "../../etc/passwd", String(repeating: "A", count: 64), String(repeating: "/", count: 64)])
    func whatIsNoHashHasNoPath(hash: String) {
        #expect(ThumbnailPath(hash: hash, size: .screen) == nil)
    }

    @Test(arguments: [
        (4000, 3000, 256, 192), (3000, 4000, 192, 256), (200, 100, 200, 100), (256, 256, 256, 256), (9000, 3, 256, 1),
    ])
    func aThumbnailKeepsTheShapeAndIsNeverEnlarged(width: Int, height: Int, fitWidth: Int, fitHeight: Int) {
        let fitted = ThumbnailSize.grid.fitted(width: width, height: height)
        #expect(fitted.width == fitWidth)
        #expect(fitted.height == fitHeight)
    }
}
