import FactoryCore

/// The folders that the librarian works on, checked and open.
struct Premises: Sendable {
    let inbox: Folder
    let storage: Folder

    /// Opens the inbox, which must exist, and the storage, which is made where it is missing.
    ///
    /// - Throws: `StartupError` with one sentence for the owner.
    init(_ settings: FactorySettings) throws(StartupError) {
        do {
            inbox = try Folder.open(settings.inbox)
        } catch {
            throw StartupError("PHOTOS_INBOX: \(error)")
        }
        do {
            storage = try Folder.openOrMake(settings.storage)
            _ = try storage.makeFolder("Originals")
            try storage.checkWritable()
        } catch {
            throw StartupError("STORAGE: \(error)")
        }
        try checkApart(settings)
    }

    /// A storage inside the inbox would be filed into itself.
    private func checkApart(_ settings: FactorySettings) throws(StartupError) {
        guard let inboxPath = inbox.realPath, let storagePath = storage.realPath else { return }
        guard !"\(storagePath)/".hasPrefix("\(inboxPath)/"), !"\(inboxPath)/".hasPrefix("\(storagePath)/") else {
            throw StartupError(
                "PHOTOS_INBOX (\(settings.inbox)) and STORAGE (\(settings.storage)) must not contain each other")
        }
    }
}
