import TestSupport

/// The promise that nothing is lost, checked from outside: files by `sha256sum` and `lstat`, rows by SQL.
struct Conservation {
    let factory: Installation

    /// Every breach of these rules, in words: each asset has one row and each row its file with these bytes; each
    /// content is stored once; each content that ever `arrived` (digests in hex) is stored; no copy is left over.
    func breaches(arrived: [String]) async throws -> [String] {
        let rows = try await factory.ledger()
        let files = try assetFiles()
        let digests = try await Fingerprints.sha256(of: files, in: factory.originals)
        let stored = Dictionary(zip(files.map { factory.originals.path(of: $0) }, digests)) { first, _ in first }
        let leftovers = try await leftovers(arrived: arrived)
        return Set(arrived).subtracting(digests).map { "The content \($0) is not stored." }
            + repeated(digests).map { "The content \($0) is stored more than once." }
            + repeated(rows.map(\.finalPath)).map { "The file \($0) has more than one row." }
            + Set(stored.keys).subtracting(rows.map(\.finalPath)).map { "The file \($0) has no row." }
            + rows.filter { stored[$0.finalPath] != $0.hash }.map { "The row of \($0.finalPath) tells other bytes." }
            + rows.filter { FileFacts(path: $0.finalPath)?.size != $0.size }.map { "The size of \($0.finalPath)." }
            + leftovers.map { "The copy \($0) is left over." }
    }

    /// The digests of everything in the inbox that came there.
    static func arrivals(in inbox: TestFolder) async throws -> [String] {
        let names = try inbox.files().filter { !Installation.ownFiles.contains($0) }
        return try await Fingerprints.sha256(of: names, in: inbox)
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
