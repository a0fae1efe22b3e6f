import Testing

@testable import librarian

@Suite("The walk over ISO boxes")
struct ISOBoxTests {
    private func boxes(_ bytes: [UInt8]) throws -> [ISOBox] {
        try MemoryByteSource(bytes).boxes(in: 0..<bytes.count)
    }

    @Test("knows short and long sizes, boxes to the end, and those with UUIDs")
    func sizes() throws {
        let long = [0, 0, 0, 1] + Array("mdat".utf8) + ISOBytes.number(UInt64(18)) + [7, 7]
        let bytes =
            ISOBytes.box("free", [1, 2, 3]) + long + ISOBytes.uuid(UUIDBox.xmp, [9])
            + ISOBytes.box("©day", [5, 5], size: 0)
        let found = try boxes(bytes)
        #expect(found.map(\.type) == ["free", "mdat", "uuid", "©day"])
        #expect(found.map(\.contents) == [8..<11, 27..<29, 53..<54, 62..<64])
        #expect(found[2].uuid == UUIDBox.xmp && found[1].uuid.isEmpty)
        #expect(found.allSatisfy { !$0.isCut })
    }

    @Test("cuts what goes on beyond its holder, whatever it claims")
    func cut() throws {
        let wild = [0, 0, 0, 1] + Array("moov".utf8) + ISOBytes.number(UInt64.max) + [1]
        #expect(try boxes(wild).map(\.contents) == [16..<17])
        let found = try boxes(ISOBytes.box("moov", [1, 2], size: 0x7FFF_FFFF))
        #expect(found.map(\.contents) == [8..<10] && found.allSatisfy(\.isCut))
    }

    @Test("ends where no header can be, with what was found before")
    func ends() throws {
        let good = ISOBytes.box("free", [])
        for bad: [UInt8] in [
            [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 7, 1, 1, 1, 1], [0, 0, 0, 8, 1], [0, 0, 0, 1, 1, 1, 1, 1, 0],
            [0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 15], [0, 0, 0, 20] + Array("uuid".utf8) + [1, 2, 3, 4],
        ] {
            #expect(try boxes(good + bad).map(\.type) == ["free"])
        }
        #expect(try boxes(good + good + good).count == 3)
        #expect(try MemoryByteSource(good + good).boxes(in: 0..<16, most: 1).count == 1)
        #expect(try MemoryByteSource(good).boxes(in: 100..<200).isEmpty)
    }

    @Test("is not led into boxes inside boxes without end")
    func bomb() throws {
        var bomb = ISOBytes.header("mvhd", created: 3_500_000_000)
        for _ in 0..<2000 { bomb = ISOBytes.box("moov", bomb) }
        #expect(try ISOBytes.read(bomb) == EmbeddedMetadata())
        let many = [UInt8]((0..<100_000).flatMap { _ in ISOBytes.box("moov", []) })
        let source = MemoryByteSource(many)
        _ = try ISOMediaMetadataReader.read(source)
        #expect(source.bytesRead < 1 << 20)
    }

    @Test("costs few reads where small boxes lie together, and none in media data")
    func frugal() throws {
        let parts = (0..<500).flatMap { _ in ISOBytes.box("skip", [1, 2, 3]) }
        let movie = ISOBytes.box("moov", parts + ISOBytes.header("mvhd", created: 3_500_000_000))
        let source = MemoryByteSource(ISOBytes.box("mdat", Array(repeating: 1, count: 1_000_000)) + movie)
        let found = try ISOMediaMetadataReader.read(source)
        #expect(found.movie.headerTimes[.quickTimeCreate] != nil)
        #expect(source.bytesRead < 20_000)
    }
}
