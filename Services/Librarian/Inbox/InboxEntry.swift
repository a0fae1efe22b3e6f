import FactoryCore

/// One thing that was met in the inbox.
struct InboxEntry: Sendable {
    enum Sort: Sendable {
        /// A regular file that may be a photo or video.
        case file(FileStamp)
        /// Left alone by rule, with the reason.
        case ignored(String)
        /// It, or the folder that it is, cannot be looked at, with the reason.
        case unreadable(String)
    }

    let path: RelativePath
    let sort: Sort
}
