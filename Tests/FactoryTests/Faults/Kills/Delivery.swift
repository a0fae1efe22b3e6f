import TestSupport
import Testing

/// A dozen files that go every way through the line: new ones, some of one name and day, one content twice, copies of
/// earlier ones, and two whose originals have been lost or damaged meanwhile.
struct Delivery {
    let factory: Installation
    /// Whether an original is damaged, rather than lost.
    var damages = true

    /// Puts the files of a round, counted from 1, into the inbox. Rounds after the first refer to the one before, all
    /// of which must be filed by now.
    ///
    /// - Returns: the digests of their contents.
    func drop(_ round: Int) async throws -> [String] {
        for number in 0..<7 { try drop("\(round)-\(number)", number, to: "phone\(number % 3)/IMG_\(number / 2).jpg") }
        try drop("\(round)-0", 0, to: "again/IMG_0.jpg")
        if round > 1 { try await returnEarlier(round - 1) }
        return try await Conservation.arrivals(in: factory.inbox)
    }

    private func returnEarlier(_ round: Int) async throws {
        for number in 1...4 { try drop("\(round)-\(number)", number, to: "old/copy_\(number).jpg") }
        let names = ["old/copy_3.jpg", "old/copy_4.jpg"]
        let digests = try await Fingerprints.sha256(of: names, in: factory.inbox)
        let places = Dictionary(uniqueKeysWithValues: try await factory.ledger().map { ($0.hash, $0.finalPath) })
        let (lost, damaged) = (try #require(places[digests[0]]), try #require(places[digests[1]]))
        try TestFolder("/").remove(lost)
        try TestFolder("/").remove(damaged)
        if damages { try TestFolder("/").write(Array("damage \(round)".utf8), to: damaged) }
    }

    private func drop(_ content: String, _ number: Int, to name: String) throws {
        let photo = SamplePhoto(content, taken: "2022:02:1\(number % 3) 12:00:00")
        try factory.inbox.write(photo.bytes(), to: name)
    }
}
