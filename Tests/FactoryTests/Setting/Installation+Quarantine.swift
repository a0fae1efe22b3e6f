import TestSupport

extension Installation {
    /// Puts a photo into the quarantine by the inbox: every name that it could have in Originals is taken by others.
    ///
    /// - Returns: its digest in hex, and the names that are taken, below Originals.
    func quarantineOne(named name: String) async throws -> (digest: String, taken: [String]) {
        // The first run is that of an empty installation.
        _ = try await ingest()
        try inbox.write(SamplePhoto("quarantined", taken: "2018:07:08 04:05:06").bytes(), to: name)
        let digest = try await Fingerprints.sha256(of: name, in: inbox)
        let stem = name.dropLast(".jpg".count)
        let taken = ["", "_\(digest.prefix(8))", "_\(digest.prefix(16))", "_\(digest)"].map {
            "2018/2018-07-08/\(stem)\($0).jpg"
        }
        for (number, place) in taken.enumerated() {
            try originals.write(SamplePhoto("taken \(number)", taken: "2018:07:08 04:05:06").bytes(), to: place)
        }
        let report = try await ingest()
        guard report.counts.quarantined == 1 else { throw SupportError("It was not quarantined: \(report.counts)") }
        return (digest, taken)
    }
}
