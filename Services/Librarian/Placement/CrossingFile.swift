import FactoryCore

/// A file on its way to another mount. By reference, for it goes from list to list.
final class CrossingFile: Sendable {
    let source: SourceFile
    let target: Folder
    let name: [UInt8]

    init(source: SourceFile, target: Folder, name: [UInt8]) {
        (self.source, self.target, self.name) = (source, target, name)
    }
}
