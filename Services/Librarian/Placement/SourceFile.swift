import FactoryCore

/// A file that is about to be moved, as it was when it was read.
struct SourceFile: Sendable {
    let name: [UInt8]
    let folder: Folder
    /// Through which it was read.
    let file: OpenFile
    let stamp: FileStamp
    let fingerprint: Fingerprint

    /// The full path, as text.
    var path: String { folder.pathText(name) }
}
