import FactoryCore

/// A file of the inbox with everything that is needed to file it. It keeps the descriptor through which it was read,
/// so that later steps can tell whether a name still means the same file.
struct PreparedFile: Sendable {
    let path: RelativePath
    let folder: Folder
    let file: OpenFile
    let stamp: FileStamp
    let fingerprint: Fingerprint
    let metadata: MediaMetadata
    /// What a person should know about the file; nil when all is well.
    let problem: String?
    /// The name under which a file of the quarantine came through the inbox; nil for a file of the inbox.
    var formerName: [UInt8]?

    /// The name that it gets, as long as that is free.
    var nameToKeep: [UInt8] { formerName ?? path.name }

    /// Whether it is in the quarantine, which it only leaves by being filed.
    var isInQuarantine: Bool { formerName != nil }

    /// The full path in the inbox, as text.
    var inboxPath: String { folder.pathText(path.name) }

    /// What has to be known to move it.
    var source: SourceFile {
        SourceFile(name: path.name, folder: folder, file: file, stamp: stamp, fingerprint: fingerprint)
    }

    /// The path below the inbox as it is on disk, in hexadecimal digits; nil where its text is exact.
    var exactPath: String? {
        let bytes = path.bytes
        return Array(path.text.utf8) == bytes ? nil : HexText.of(bytes)
    }
}
