import FactoryCore

/// A file of the inbox that has been opened, and is neither hashed nor judged yet.
struct OpenedFile: Sendable {
    enum Content: Sendable {
        case media(MediaFormat, EmbeddedMetadata)
        case sidecar(SidecarKind, SidecarFacts)
    }

    let candidate: StableFile
    let folder: Folder
    let file: OpenFile
    /// When it was opened.
    let stamp: FileStamp
    let content: Content

    var name: String { FileName.text(candidate.path.name) }
}
