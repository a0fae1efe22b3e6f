import FactoryCore

/// The folders that verifying reads. Nothing is made where something is missing.
struct VerifyPremises: Sendable {
    let storage: Folder
    let originals: Folder
    /// Nil when nobody asked for it.
    let inbox: Folder?
    let progressFile: VerifyProgressFile

    /// - Throws: `StartupError` with one sentence for the owner.
    init(_ settings: LibrarianSettings, withInbox: Bool) throws(StartupError) {
        do {
            storage = try Folder.open(settings.factory.storage)
            originals = try storage.folder(Array(Originals.folderName.utf8))
        } catch {
            throw StartupError("STORAGE: \(error); is it mounted?")
        }
        do {
            inbox = withInbox ? try Folder.open(settings.factory.inbox) : nil
        } catch {
            throw StartupError("PHOTOS_INBOX: \(error)")
        }
        progressFile = VerifyProgressFile(storage: storage, librarian: settings.id)
    }
}
