import FactoryCore

/// A sidecar of the inbox with everything that is needed to file it.
struct PreparedSidecar: InboxFile {
    let path: RelativePath
    let folder: Folder
    let file: OpenFile
    let stamp: FileStamp
    let fingerprint: Fingerprint
    let kind: SidecarKind
    /// By what its photo is known if it came alone, the surest first.
    let owners: [SidecarKey]
    /// Under which day it is filed without its photo.
    let day: CivilDay
}
