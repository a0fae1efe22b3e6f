/// Whether files may be moved out of an inbox into which Syncthing writes, as the service monitor found it.
///
/// A file that is moved out of a folder that also sends is deleted on the phone.
public struct SyncthingVerdict: Sendable, Hashable, Codable {
    /// Whether each of Syncthing's folders that holds the inbox, or a part of it, only receives.
    public let isReceiveOnly: Bool
    /// Which of them there are, as paths below the inbox; empty text stands for one that holds the inbox itself. None when
    /// Syncthing does not write into it.
    public let folders: [String]
    /// What was found, in one sentence without a full stop; where something is wrong it says what to click.
    public let finding: String
    /// When Syncthing was asked.
    public let time: Timestamp

    public init(isReceiveOnly: Bool, folders: [String], finding: String, time: Timestamp) {
        (self.isReceiveOnly, self.folders, self.finding, self.time) = (isReceiveOnly, folders, finding, time)
    }

    /// Whether photos would be deleted on phones.
    public var isDangerous: Bool { !isReceiveOnly && !folders.isEmpty }
}
