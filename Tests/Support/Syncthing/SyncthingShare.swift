/// A folder as it stands in Syncthing's configuration.
public struct SyncthingShare: Sendable {
    public let id: String
    /// What Syncthing's page calls it.
    public let label: String
    public let path: String
    /// In Syncthing's words, such as `receiveonly`.
    public let type: String
    public let isPaused: Bool

    public init(id: String = "photos", label: String = "Pixel", path: String, type: String, isPaused: Bool = false) {
        (self.id, self.label, self.path) = (id, label, path)
        (self.type, self.isPaused) = (type, isPaused)
    }
}
