import FactoryCore

/// A photo or video of the inbox with everything that is needed to file it. A class, for it goes from hand to hand: copies
/// of all that it holds took a tenth of a small file's time.
final class PreparedFile: InboxFile {
    let path: RelativePath
    let folder: Folder
    let file: OpenFile
    let stamp: FileStamp
    let fingerprint: Fingerprint
    let metadata: MediaMetadata
    /// What a person should know about the file; nil when all is well.
    let problem: String?
    /// The full path in the inbox, as text, and the same without its name's extension: asked for again and again.
    let inboxPath: String
    let companyStem: String
    /// The name under which a file of the quarantine came through the inbox; nil for a file of the inbox.
    let formerName: [UInt8]?

    /// - Parameter inboxPath: nil when it is still to be put together.
    init(
        path: RelativePath, folder: Folder, file: OpenFile, stamp: FileStamp, fingerprint: Fingerprint,
        metadata: MediaMetadata, problem: String?, inboxPath: String? = nil, formerName: [UInt8]? = nil
    ) {
        (self.path, self.folder, self.file, self.stamp, self.fingerprint) = (path, folder, file, stamp, fingerprint)
        (self.metadata, self.problem, self.formerName) = (metadata, problem, formerName)
        self.inboxPath = inboxPath ?? folder.pathText(path.name)
        companyStem = CompanyStem.of(path: self.inboxPath)
    }

    /// The same file with what else is known of it.
    func with(metadata: MediaMetadata? = nil, formerName: [UInt8]? = nil) -> PreparedFile {
        PreparedFile(
            path: path, folder: folder, file: file, stamp: stamp, fingerprint: fingerprint,
            metadata: metadata ?? self.metadata, problem: problem, inboxPath: inboxPath,
            formerName: formerName ?? self.formerName)
    }

    /// The name that it gets, as long as that is free.
    var nameToKeep: [UInt8] { formerName ?? path.name }

    /// Whether it is in the quarantine, which it only leaves by being filed.
    var isInQuarantine: Bool { formerName != nil }
}
