/// Whether files may be moved out of an inbox into which Syncthing writes, as the service monitor found it.
///
/// A file that is moved out of a folder that also sends is deleted on the phone.
public struct SyncthingVerdict: Sendable, Hashable, Codable {
    /// Whether each of Syncthing's folders that holds the inbox, or a part of it, only receives.
    public let isReceiveOnly: Bool
    /// What was found, in one sentence without a full stop; where something is wrong it says what to click.
    public let finding: String
    /// When Syncthing was asked.
    public let time: Timestamp

    public init(isReceiveOnly: Bool, finding: String, time: Timestamp) {
        self.isReceiveOnly = isReceiveOnly
        self.finding = finding
        self.time = time
    }
}
