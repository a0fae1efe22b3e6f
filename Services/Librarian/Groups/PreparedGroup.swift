/// Files that belong together: they get one day and one stem, and move together or not at all.
struct PreparedGroup: Sendable {
    /// The first one's day and stem are the others'; empty for sidecars that came without their photo.
    var media: [PreparedFile]
    var sidecars: [PreparedSidecar] = []

    /// A file that stands alone.
    init(_ file: PreparedFile) {
        media = [file]
    }

    init(media: [PreparedFile], sidecars: [PreparedSidecar]) {
        self.media = media
        self.sidecars = sidecars
    }

    /// All files.
    var files: [any InboxFile] { media + sidecars }
}
