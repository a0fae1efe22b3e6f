import FactoryCore

/// A sidecar of the inbox with everything that is needed to file it.
struct PreparedSidecar: InboxFile {
    let path: RelativePath
    let folder: Folder
    let file: OpenFile
    let stamp: FileStamp
    let fingerprint: Fingerprint
    let kind: SidecarKind
    /// The photos that it may belong to if it came alone, the likeliest first.
    let owners: [SidecarOwner]
    /// Under which day it is filed without its photo.
    let day: CivilDay
}
