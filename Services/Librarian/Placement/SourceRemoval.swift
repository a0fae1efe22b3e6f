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

    /// - Throws: `FileError` when the folder does not allow it; the file is still there then, if
    ///   not under its name, in the private folder, where the next scan meets it.
    func remove(_ file: PreparedFile) throws(FileError) -> Result {
        let privateFolder = try file.folder.makeFolder(Self.folderName)
        defer { file.folder.removeEmptyFolder(Self.folderName) }
        let aside = Self.aside(file.path.name)
        do {
            try file.folder.moveAside(file.path.name, to: privateFolder, as: aside)
        } catch {
            guard error.isMissing else { throw error }
            return .vanished
        }
        guard let moved = try privateFolder.stamp(aside), moved.isSameFile(as: file.stamp) else {
            try privateFolder.move(aside, to: file.folder, as: file.path.name)
            return .replaced
        }
        try privateFolder.unlink(aside)
        return .removed
    }

    /// The name with something in front that nobody else has, cut to what a file system takes.
    private static func aside(_ name: [UInt8]) -> [UInt8] {
        let mark = Array("\(UInt64.random(in: .min ... .max))_".utf8)
        return mark + name.suffix(FileName.limit - mark.count)
    }
}
