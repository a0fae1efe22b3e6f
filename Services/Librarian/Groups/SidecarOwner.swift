/// The photo or video that a sidecar belongs to, as the sidecar's name tells.
enum SidecarOwner: Sendable, Hashable {
    /// It has this name.
    case named(String)
    /// It has this name before its extension.
    case stem(String)
}
