import FactoryCore

/// `verify.json` in the journal's folder: how far verifying has got.
struct VerifyProgressFile: Sendable {
    private let note: JournalNote

    init(storage: Folder, librarian: String) {
        note = JournalNote("verify.json", storage: storage, librarian: librarian)
    }

    /// What an earlier run left; nil when it came to its end.
    func read() -> VerifyProgress? {
        note.read().flatMap { VerifyProgress.decoded($0) }
    }

    func write(_ progress: VerifyProgress) throws {
        try note.write(progress.encoded())
    }

    func remove() throws(FileError) {
        try note.remove()
    }
}
