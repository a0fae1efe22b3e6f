import FactoryCore
import Glibc

/// Inbox and Storage as they are at the moment, opened by their paths: a mount may have come or gone since the last look.
struct VaultFolders: Sendable {
    let settings: LibrarianSettings
    let inbox: Folder
    /// Nil where it is missing, as before the first run.
    let storage: Folder?
    let inboxFile: VaultFile?
    let storageFile: VaultFile?
    /// Of Storage; nil where it is missing.
    let space: FileSystemSpace?
    private let readOnly: [VaultPlace]

    /// - Throws: `Obstacle` that names the setting of the folder that cannot be looked at.
    init(_ settings: LibrarianSettings) throws(Obstacle) {
        let (factory, inboxKey, storageKey) = (settings.factory, "PHOTOS_INBOX", "STORAGE")
        self.settings = settings
        inbox = try Self.naming(inboxKey) { try Folder.open(factory.inbox) }
        storage = try Self.naming(storageKey) { try Self.openIfPresent(factory.storage) }
        inboxFile = try Self.naming(inboxKey) { [inbox] in try VaultFile.read(in: inbox) }
        storageFile = try Self.naming(storageKey) { [storage] in try storage.flatMap { try VaultFile.read(in: $0) } }
        let inboxFacts = try Self.naming(inboxKey) { [inbox] in try FileSystemFacts(inbox) }
        let storageFacts = try Self.naming(storageKey) { [storage] in try storage.map { try FileSystemFacts($0) } }
        space = storageFacts?.space
        readOnly = (storageFacts?.isReadOnly == true ? [.storage] : []) + (inboxFacts.isReadOnly ? [.inbox] : [])
    }

    /// What the folders and the database show together.
    func state(_ ledger: VaultState.Ledger, originalsAreEmpty: Bool) -> VaultState {
        VaultState(
            inboxPath: settings.factory.inbox, storagePath: settings.factory.storage, inbox: inboxFile?.id,
            inboxIsNamed: settings.inboxIsNamed, storage: storageFile?.id, ledger: ledger,
            originalsAreEmpty: originalsAreEmpty, readOnly: readOnly)
    }

    /// How many files stand below Originals, up to `limit`.
    ///
    /// - Throws: `Obstacle` when a folder there cannot be listed.
    func originals(limit: Int = .max) throws(Obstacle) -> Int {
        try Self.naming("STORAGE") {
            let name = Array(Originals.folderName.utf8)
            guard let storage, try storage.stamp(name) != nil else { return 0 }
            return try FileCount.count(below: storage.folder(name), limit: limit)
        }
    }

    /// How many of the ledger's files stand in Storage.
    ///
    /// - Parameter paths: as the ledger keeps them; only what follows Originals counts.
    func present(_ paths: [String]) throws(Obstacle) -> Int {
        try Self.naming("STORAGE") {
            let name = Array(Originals.folderName.utf8)
            guard let storage, try storage.stamp(name) != nil else { return 0 }
            let root = try storage.folder(name)
            return try paths.count { path in
                try Originals.path(ofLedger: path).map { try Originals.holds($0, below: root) } ?? false
            }
        }
    }

    /// Gives a folder its id; Storage is made where it is missing.
    ///
    /// - Throws: `FileError` that `isTaken` when somebody else was faster.
    func write(_ id: VaultID, to place: VaultPlace, isReplacing: Bool = false) throws(FileError) {
        switch place {
        case .database: return
        case .storage: try VaultFile.write(id, in: storageMade(), isReplacing: isReplacing)
        case .inbox: try VaultFile.write(id, in: inbox, isReplacing: isReplacing)
        }
    }

    private func storageMade() throws(FileError) -> Folder {
        if let storage { return storage }
        return try Folder.openOrMake(settings.factory.storage)
    }

    private static func openIfPresent(_ path: String) throws(FileError) -> Folder? {
        do {
            return try Folder.open(path)
        } catch  where error.code == ENOENT {
            return nil
        }
    }

    private static func naming<Result>(_ key: String, _ body: () throws -> Result) throws(Obstacle) -> Result {
        do {
            return try body()
        } catch let obstacle as Obstacle {
            throw obstacle
        } catch {
            throw Obstacle("\(key): \(error)")
        }
    }
}
