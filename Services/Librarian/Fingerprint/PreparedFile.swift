import FactoryCore

/// A photo or video of the inbox with everything that is needed to file it.
struct PreparedFile: InboxFile {
    let path: RelativePath
    let folder: Folder
    let file: OpenFile
    let stamp: FileStamp
    let fingerprint: Fingerprint
    var metadata: MediaMetadata
    /// What a person should know about the file; nil when all is well.
    let problem: String?
    /// The name under which a file of the quarantine came through the inbox; nil for a file of the inbox.
    var formerName: [UInt8]?

    /// The name that it gets, as long as that is free.
    var nameToKeep: [UInt8] { formerName ?? path.name }

    /// Whether it is in the quarantine, which it only leaves by being filed.
    var isInQuarantine: Bool { formerName != nil }
}
