/// The name of an element or attribute: its namespace decides, whatever prefix a writer has chosen for it.
struct XMLName: Sendable, Hashable {
    /// The namespace's URI; empty for none.
    let namespace: String
    let local: String

    init(_ namespace: String, _ local: String) {
        self.namespace = namespace
        self.local = local
    }
}
