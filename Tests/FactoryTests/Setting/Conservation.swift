import TestSupport

/// The promise that nothing is lost, as `librarian verify` states it, and a part of it checked once more by somebody
/// else's means: files by `sha256sum`.
struct Conservation {
    let factory: Installation

    /// Every breach, in words: whatever `verify` finds; each content that ever `arrived` (digests in hex) is stored, and
    /// each stored content once; no copy is left over.
    func breaches(arrived: [String]) async throws -> [String] {
        let assets = try await Fingerprints.sha256(of: try assetFiles(), in: factory.originals)
        let stored = try await Fingerprints.sha256(of: try factory.originals.files(), in: factory.originals)
        let leftovers = try await leftovers(arrived: arrived)
        return try await findings(arrived: arrived)
            + Set(arrived).subtracting(stored).map { "The content \($0) is not stored." }
            + repeated(assets).map { "The content \($0) is stored more than once." }
            + leftovers.map { "The copy \($0) is left over." }
    }

    /// The digests of everything in the inbox that came there.
    static func arrivals(in inbox: TestFolder) async throws -> [String] {
        let names = try inbox.files().filter { !Installation.ownFiles.contains($0) }
        return try await Fingerprints.sha256(of: names, in: inbox)
    }

    private func findings(arrived: [String]) async throws -> [String] {
        try factory.root.write(Array(arrived.joined(separator: "\n").utf8), to: "arrived.txt")
        let report = try await factory.verify(["--restart", "--expect", factory.root.path(of: "arrived.txt")])
        let isWhole = report.exitCode == 0 && report.counts.needsNoLook && report.counts.ok == report.counts.checked
        return isWhole ? [] : ["librarian verify: \(report.counts); \(report.log)"]
    }

    /// Sidecars are filed beside their photos without being assets.
    private func assetFiles() throws -> [String] {
        try factory.originals.files().filter { name in
            ![".xmp", ".aae", ".json"].contains { name.lowercased().hasSuffix($0) }
        }
    }

    /// Copies of arrived contents that lie in Storage outside the folders that may hold them.
    private func leftovers(arrived: [String]) async throws -> [String] {
        let names = try factory.storage.files().filter { name in
            !["Originals/", "Journal/", "Quarantine/"].contains { name.hasPrefix($0) }
        }
        let digests = try await Fingerprints.sha256(of: names, in: factory.storage)
        return zip(names, digests).filter { arrived.contains($0.1) }.map(\.0)
    }

    private func repeated(_ values: [String]) -> [String] {
        Dictionary(grouping: values) { $0 }.filter { $0.value.count > 1 }.map(\.key)
    }
}
