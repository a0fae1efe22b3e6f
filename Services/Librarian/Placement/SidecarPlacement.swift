import FactoryCore

/// A sidecar and the place that was chosen for it.
struct SidecarPlacement: Sendable {
    let sidecar: PreparedSidecar
    let to: OriginalPath
    /// The content that it belongs to; nil for one that came without its photo.
    let asset: Fingerprint?
    /// The descriptor of the file without which this one is not moved either; nil for none.
    var leader: ObjectIdentifier?

    /// What the journal says before anything is moved.
    var intent: SidecarIntent {
        SidecarIntent(
            from: sidecar.inboxPath, fromBytes: sidecar.exactPath, to: to.text, fingerprint: sidecar.fingerprint,
            size: sidecar.stamp.size, modified: sidecar.stamp.modified, kind: sidecar.kind, asset: asset)
    }
}
