/// What became of a file that was seen and did not become an asset.
public enum IntakeOutcome: String, Sendable, Codable, CaseIterable {
    /// Its content was stored already; the file was removed after the stored original had been re-read.
    case duplicate
    /// It took the place of a stored original that was missing or damaged.
    case healed
    /// It could not be filed and was put aside.
    case quarantined
    /// It is no photo or video and stays in the inbox.
    case ignored
    /// It is filed, but the database refused its row.
    case refused
}
