import Testing

@testable import librarian

@Suite("How many groups may wait for the committer")
struct LineCapacityTests {
    @Test("follows from how many files the system lets us open", arguments: [4096, 8192, 20_000], [1, 2, 8])
    func fits(descriptors: Int, examiners: Int) {
        let capacity = Line.capacity(descriptors: descriptors, examiners: examiners)
        let held = 3 * 3 * (capacity + Pass.chunk) + examiners * Pass.chunk + 1024
        #expect((50...1024).contains(capacity) && (held <= descriptors || capacity == 50))
    }

    @Test("is bounded both ways")
    func bounds() {
        #expect(Line.capacity(descriptors: 65_536, examiners: 8) == 1024)
        #expect(Line.capacity(descriptors: 1024, examiners: 2) == 50)
    }
}
