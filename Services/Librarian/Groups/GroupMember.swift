import FactoryCore

/// What decides whether a photo or video belongs together with another one.
struct GroupMember: Sendable, Hashable {
    let role: GroupRole
    /// Apple's identifier, which the still and the video of a Live Photo share.
    let contentIdentifier: String?
    /// The wall clock where it was taken; nil when only its modification time is known.
    let local: CivilTime?
    /// The same moment in UTC, where it is known.
    let instant: Timestamp?
    /// Whether more than the day is known.
    let hasTimeOfDay: Bool

    init(_ metadata: MediaMetadata, name: [UInt8]) {
        let capture = metadata.capture
        role = GroupRole(metadata.format, name: FileName.text(name))
        contentIdentifier = metadata.contentIdentifier
        local = capture.source == .fileModified ? nil : capture.local
        instant = capture.source == .fileModified ? nil : capture.instant
        hasTimeOfDay = capture.precision == .second
    }

    /// One that was filed earlier.
    init(_ asset: FiledAsset) {
        role = GroupRole(filedAs: FileName.last(ofPath: asset.finalPath))
        contentIdentifier = asset.contentIdentifier
        local = asset.isDated ? asset.capturedAt : nil
        instant = local.flatMap { local in asset.offset.map { Timestamp(local: local, offset: $0) } }
        hasTimeOfDay = true
    }
}
