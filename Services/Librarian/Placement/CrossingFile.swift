import FactoryCore

/// A file on its way to another mount.
struct CrossingFile: Sendable {
    let source: SourceFile
    let target: Folder
    let name: [UInt8]
}
