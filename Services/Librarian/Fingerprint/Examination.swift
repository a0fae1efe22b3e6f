/// What came of reading one file of the inbox.
enum Examination: Sendable {
    case ready(PreparedFile)
    /// Nothing is left to do with it in this pass.
    case settled(SettledFile)
}
