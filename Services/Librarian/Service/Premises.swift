import FactoryCore

/// The folders that the librarian works on, checked and open.
struct Premises: Sendable {
    let inbox: Folder
    let storage: Folder
    /// May be a mount of its own.
    let originals: Folder

    /// Opens the inbox, which must exist, and the storage, which is made where it is missing.
    ///
    /// - Throws: `StartupError` with one sentence for the owner.
    init(_ settings: FactorySettings) throws(StartupError) {
        do {
            inbox = try Folder.open(settings.inbox)
        } catch {
            throw StartupError("PHOTOS_INBOX: \(error)")
        }
        try Self.checkApart(settings)
        do {
            storage = try Folder.openOrMake(settings.storage)
            originals = try storage.makeFolder(Originals.folderName)
            try storage.checkWritable()
        } catch {
            throw StartupError("STORAGE: \(error)")
        }
    }

    /// Whether the paths still lead to the folders that were opened. A folder that was unmounted, or mounted over, looks
    /// empty through the old door.
    ///
    /// - Throws: `FileError` while a path leads nowhere, `StartupError` when it leads to another folder.
    func checkInPlace() throws {
        for folder in [inbox, storage, originals] {
            let now = try Folder.open(folder.path)
            guard try now.file.stamp(folder.path).isSameInode(as: folder.file.stamp(folder.path)) else {
                throw StartupError(
                    "\(folder.path) is another folder than at the start, as after mounting: starting anew")
            }
        }
    }

    /// A storage inside the inbox would be filed into itself. Asked before anything is made.
    static func checkApart(_ settings: FactorySettings) throws(StartupError) {
        let inbox = SymbolicLinks.resolved(settings.inbox)
        let storage = SymbolicLinks.resolved(settings.storage)
        guard !"\(storage)/".hasPrefix("\(inbox)/"), !"\(inbox)/".hasPrefix("\(storage)/") else {
            throw StartupError(
                "PHOTOS_INBOX (\(settings.inbox)) and STORAGE (\(settings.storage)) must not contain each other")
        }
    }
}
