/// Files of one folder that are quiet and, by their names, may belong together.
struct StableGroup: Sendable {
    let files: [StableFile]

    init(_ files: [StableFile]) {
        self.files = files
    }
}
