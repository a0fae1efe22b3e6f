import Testing

@testable import librarian

@Suite("How many groups may wait for the committer")
struct LineCapacityTests {
    @Test("follows from how many files the system lets us open", arguments: [4096, 8192, 20_000], [1, 2, 8])
    func fits(descriptors: Int, examiners: Int) {
        let capacity = Line.capacity(descriptors: descriptors, examiners: examiners)
        let waiting = capacity + examiners * Pass.chunk
        let held = 3 * (waiting + 2 * min(waiting, 1024) + examiners * Pass.chunk) + 1024
        #expect((50...2048).contains(capacity) && (held <= descriptors || capacity == 50))
    }

    @Test("is bounded both ways")
    func bounds() {
        #expect(Line.capacity(descriptors: 65_536, examiners: 8) == 2048)
        #expect(Line.capacity(descriptors: 1024, examiners: 2) == 50)
    }
}
