import FactoryCore
import FoundationEssentials

/// `syncthing.json` in the journal's folder: the monitor's latest verdict, for a start while the database is away.
struct SyncthingVerdictFile: Sendable {
    private struct Content: Codable {
        let inbox: String
        let verdict: SyncthingVerdict
    }

    private let note: JournalNote
    private let inbox: String

    init(storage: Folder?, librarian: String, inbox: String) {
        note = JournalNote("syncthing.json", storage: storage, librarian: librarian)
        self.inbox = inbox
    }

    /// What was kept of this inbox; nil when nothing was, or it cannot be read.
    func read() -> SyncthingVerdict? {
        guard let bytes = note.read(), let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)),
            content.inbox == inbox
        else { return nil }
        return content.verdict
    }

    func remove() throws(FileError) {
        try note.remove()
    }

    /// - Returns: whether there was a folder to keep it in.
    func write(_ verdict: SyncthingVerdict) throws -> Bool {
        try note.write(Array(try JSONEncoder().encode(Content(inbox: inbox, verdict: verdict))))
    }
}
