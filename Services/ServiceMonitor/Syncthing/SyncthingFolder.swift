/// One of Syncthing's folders, as its configuration has it.
struct SyncthingFolder: Sendable, Hashable, Decodable {
    let id: String
    let label: String?
    /// Where Syncthing sees it; may begin with `~`.
    let path: String
    let type: SyncthingFolderType
    let paused: Bool
    /// What marks it on the disk; nil in versions that know no other than `.stfolder`.
    let markerName: String?

    /// What its owner knows it by; one line, whatever the label holds.
    var title: String {
        let text = label.flatMap { $0.isEmpty ? nil : $0 } ?? id
        let line = text.unicodeScalars.filter { $0.properties.generalCategory != .control }
        return String(String.UnicodeScalarView(line))
    }
}
