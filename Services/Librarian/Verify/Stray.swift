import FactoryCore

/// A file in Originals that no row names.
struct Stray: Sendable {
    /// Below Originals.
    let path: RelativePath
    let content: StoredContent
}
