import TestSupport
import Testing

/// Files that go every way through the line: new ones, some of one name and day, one content twice, copies of earlier
/// ones, two whose originals have been lost or damaged meanwhile, and a Live Photo with its sidecar, whose names are the
/// same in every round.
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
        try dropLivePhoto(round)
        if round > 1 { try await returnEarlier(round - 1) }
        return try await Conservation.arrivals(in: factory.inbox)
    }

    private func dropLivePhoto(_ round: Int) throws {
        let live = SampleLivePhoto("live-\(round)-", taken: "2022:02:28 23:59:59", filmed: "2022-03-01T00:00:01+0100")
        try factory.inbox.write(live.still(), to: "phone1/IMG_9.JPG")
        try factory.inbox.write(live.video(), to: "phone1/IMG_9.MOV")
        try factory.inbox.write(Array("<plist></plist>".utf8), to: "phone1/IMG_9.AAE")
    }

    /// The Live Photos that do not stand together, with their sidecar, on one day and under one stem.
    func scattered() throws -> [String] {
        let stills = try factory.originals.files().filter { $0.hasSuffix(".JPG") && $0.contains("IMG_9") }
        return try stills.filter { still in
            let stem = String(still.dropLast(4))
            guard
                still.hasPrefix("2022/2022-02-28/") && factory.originals.holds("\(stem).MOV")
                    && factory.originals.holds("\(stem).AAE")
            else { return true }
            return try mark(still) != mark("\(stem).MOV")
        }
    }

    private func mark(_ name: String) throws -> Substring? {
        String(decoding: try factory.originals.read(name), as: UTF8.self).firstMatch(of: /live-[0-9]+-/)?.output
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
