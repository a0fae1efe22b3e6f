/// Removes a file whose content is safely stored. The name is first moved into a private folder and compared there:
/// between a look at a name and an unlink somebody may have put another file under it.
struct SourceRemoval {
    /// Not ignored by scans: a file that a crash left in it is met again and handled like any other.
    static let folderName = ".photo-factory"

    enum Result: Equatable {
        case removed
        case vanished
        /// The name means another file now; it was left in place.
        case replaced
    }

    /// - Throws: `FileError` when the folder does not allow it; the file is still there then.
    func remove(_ file: PreparedFile) throws(FileError) -> Result {
        let privateFolder = try file.folder.makeFolder(Self.folderName)
        defer { file.folder.removeEmptyFolder(Self.folderName) }
        do {
            try file.folder.move(file.path.name, to: privateFolder, as: file.path.name)
        } catch {
            guard error.isMissing else { throw error }
            return .vanished
        }
        guard let moved = try privateFolder.stamp(file.path.name), moved.isSameFile(as: file.stamp) else {
            try privateFolder.move(file.path.name, to: file.folder, as: file.path.name)
            return .replaced
        }
        try privateFolder.unlink(file.path.name)
        return .removed
    }
}
