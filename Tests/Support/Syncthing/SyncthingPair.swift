/// A phone and the NAS, each with a Syncthing that runs, and a folder that they share.
public struct SyncthingPair: Sendable {
    public let phone: OwnSyncthing
    public let nas: OwnSyncthing
    /// The folder as the phone has it.
    public let gallery: TestFolder
    /// The folder's id on both.
    public let folder: String

    /// Lets both look at all of the folder.
    public func scan() async throws {
        try await nas.scan(folder)
        try await phone.scan(folder)
    }
}

/// Lends a phone that sends and receives, and a NAS which keeps the folder as `share` says; both are gone afterwards.
public func withSyncthingPair<Result>(
    _ share: SyncthingShare, _ body: (SyncthingPair) async throws -> Result
) async throws -> Result {
    try await withTemporaryFolder { root in
        let gallery = try root.folder("gallery")
        let phone = try await OwnSyncthing(in: root.folder("phone"))
        let nas = try await OwnSyncthing(in: root.folder("nas"))
        let counterpart = SyncthingShare(id: share.id, label: share.label, path: gallery.path, type: "sendreceive")
        try await phone.configure([counterpart], with: [nas])
        try await nas.configure([share], with: [phone])
        return try await use([phone, nas]) {
            try await body(SyncthingPair(phone: phone, nas: nas, gallery: gallery, folder: share.id))
        }
    }
}

/// Lends a Syncthing that runs and knows no other.
public func withSyncthing<Result>(
    _ shares: [SyncthingShare], _ body: (OwnSyncthing) async throws -> Result
) async throws -> Result {
    try await withTemporaryFolder { home in
        let syncthing = try await OwnSyncthing(in: home)
        try await syncthing.configure(shares, with: [])
        return try await use([syncthing]) { try await body(syncthing) }
    }
}

/// They end however `body` does.
private func use<Result>(_ all: [OwnSyncthing], _ body: () async throws -> Result) async throws -> Result {
    do {
        for syncthing in all { try await syncthing.start() }
        let result = try await body()
        for syncthing in all { await syncthing.stop() }
        return result
    } catch {
        for syncthing in all { await syncthing.stop() }
        throw error
    }
}
