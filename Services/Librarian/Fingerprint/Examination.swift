/// What came of reading files of the inbox.
enum Examination: Sendable {
    case ready(PreparedGroup)
    /// Nothing is left to do with it in this pass.
    case settled(SettledFile)
}
