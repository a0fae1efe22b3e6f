import Testing

@testable import librarian

@Suite("Photoshop's image resources")
struct PhotoshopResourcesTests {
    @Test("are told apart whatever the lengths of their names and contents")
    func lengths() throws {
        for name in ["", "a", "ab", "abc"] {
            let bytes = PhotoshopBytes.resource(1000, name: name, [1, 2, 3]) + PhotoshopBytes.resource(1001, [4, 5])
            let found = try PhotoshopResources.list(in: MemoryByteSource(bytes))
            #expect(found.map(\.identifier) == [1000, 1001])
            #expect(found.map { Array(bytes[$0.contents]) } == [[1, 2, 3], [4, 5]])
        }
    }

    @Test("end at the first fault, and are cut where the file ends")
    func faults() throws {
        let good = PhotoshopBytes.resource(1000, [1, 2])
        #expect(try PhotoshopResources.list(in: MemoryByteSource(good + Array("8BIN".utf8) + good)).count == 1)
        let cut = try PhotoshopResources.list(in: MemoryByteSource(good.dropLast(1)))
        #expect(cut.map(\.contents.count) == [1])
        let endless = Array(repeating: PhotoshopBytes.resource(1, []), count: 3000).flatMap { $0 }
        #expect(try PhotoshopResources.list(in: MemoryByteSource(endless)).count == 1024)
    }
}
