/// What the librarian and Syncthing keep directly in the inbox for themselves: it never arrived, so it is not counted.
enum OwnFiles {
    static func contain(_ name: [UInt8]) -> Bool {
        name.starts(with: VaultFile.name) || name == SyncthingPatterns.name
    }
}
