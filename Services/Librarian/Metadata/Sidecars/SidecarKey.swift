/// What ties a sidecar to a photo or video in the same folder: both have the same key.
///
/// Extensions are in small letters in keys; all else counts as it is written.
struct SidecarKey: Sendable, Hashable {
    enum Form: Sendable, Hashable {
        /// The photo's whole name.
        case name
        /// Its name without the extension.
        case stem
        /// The stem of the name that Takeout's JSON is about, for its other renditions: the video of a Live Photo, and
        /// what was edited and has an extension of its own.
        case rendition
        /// The beginning of its name: Takeout cuts long ones.
        case beginning
    }

    let kind: SidecarKind
    let form: Form
    let text: String
    /// The "(1)" of a name that was taken, where it does not stand in the text.
    var number = ""
}
