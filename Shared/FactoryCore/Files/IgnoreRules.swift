/// What in an inbox is never a photo on its way: other programs' folders, half-written files, the system's own.
package enum IgnoreRules {
    /// The librarian's own, beside files that are being removed. What a crash has left there is looked at again.
    package static let removalFolder = ".photo-factory"

    /// Why a folder is not entered, or nil for one that is.
    package static func reason(folder name: [UInt8]) -> String? {
        let text = FileName.text(name)
        if foldersOfOthers.contains(text.lowercased()) { return "a folder of another program" }
        return text.hasPrefix(".") && text != removalFolder ? "a hidden folder" : nil
    }

    /// Why a file is not looked at, or nil for one that is.
    package static func reason(file name: [UInt8]) -> String? {
        let text = FileName.text(name).lowercased()
        if text.hasPrefix(".syncthing.") || text.hasPrefix("~syncthing~") { return "Syncthing is still writing it" }
        if text.hasPrefix(".") { return "a hidden file" }
        if filesOfTheSystem.contains(text) { return "a file of the operating system" }
        if unfinished.contains(FileName.fileExtension(of: name).lowercased()) {
            return "a download or copy that is not finished"
        }
        return nil
    }

    private static let foldersOfOthers: Set<String> = [
        "@eadir", "#recycle", "#snapshot", "@recycle", "@recently-snapshot", "$recycle.bin", "lost+found",
        "system volume information",
    ]

    private static let filesOfTheSystem: Set<String> = ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"]

    private static let unfinished: Set<String> = [
        ".part", ".partial", ".crdownload", ".download", ".filepart", ".tmp", ".temp", ".!qb", ".!ut", ".opdownload",
    ]
}
