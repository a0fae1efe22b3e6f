import FactoryCore

/// A file of the inbox that was read. It keeps the descriptor through which it was, so that later steps can tell whether
/// a name still means the same file.
protocol InboxFile: Sendable {
    /// Below the inbox.
    var path: RelativePath { get }
    var folder: Folder { get }
    var file: OpenFile { get }
    var stamp: FileStamp { get }
    var fingerprint: Fingerprint { get }
    /// The full path in the inbox, as text.
    var inboxPath: String { get }
}

extension InboxFile {
    /// The full path in the inbox, as text.
    var inboxPath: String { folder.pathText(path.name) }

    /// What has to be known to move it.
    var source: SourceFile {
        SourceFile(name: path.name, folder: folder, file: file, stamp: stamp, fingerprint: fingerprint)
    }

    /// The path below the inbox as it is on disk, in hexadecimal digits; nil where its text is exact.
    var exactPath: String? {
        // What most names are made of needs no comparing.
        guard !path.components.allSatisfy({ $0.allSatisfy { $0 < 0x80 } }) else { return nil }
        let bytes = path.bytes
        return Array(path.text.utf8) == bytes ? nil : HexText.of(bytes)
    }
}
