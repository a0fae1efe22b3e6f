import FactoryCore

/// A file of the inbox that has been quiet for long enough to be read.
struct StableFile: Sendable {
    let path: RelativePath
    let stamp: FileStamp
}
