import FactoryCore

/// A file of the inbox that has been opened, and is neither hashed nor judged yet.
final class OpenedFile: Sendable {
    enum Content: Sendable {
        case media(MediaFormat, EmbeddedMetadata)
        case sidecar(SidecarKind, SidecarFacts)
    }

    let candidate: StableFile
    let folder: Folder
    let file: OpenFile
    /// When it was opened.
    let stamp: FileStamp
    /// The number of its head, with its reader.
    let head: Int
    /// The full path, as text.
    let inboxPath: String
    let content: Content

    init(
        candidate: StableFile, folder: Folder, file: OpenFile, stamp: FileStamp, head: Int, inboxPath: String,
        content: Content
    ) {
        (self.candidate, self.folder, self.file, self.stamp) = (candidate, folder, file, stamp)
        (self.head, self.inboxPath, self.content) = (head, inboxPath, content)
    }

    var name: String { FileName.text(candidate.path.name) }
}
