import FactoryCore

/// Removes files whose content is safely stored. The name is first moved into a private folder and compared there:
/// between a look at a name and an unlink somebody may have put another file under it.
final class SourceRemoval {
    /// Not ignored by scans: a file that a crash left in it is met again and handled like any other.
    static let folderName = IgnoreRules.removalFolder

    enum Result: Equatable {
        case removed
        case vanished
        /// The name means another file now; it was left in place.
        case replaced
    }

    /// What was put in front of the latest name: it begins at random, so that nothing that a crash left is replaced.
    private var mark = UInt64.random(in: .min ... .max)
    /// Copies mostly come many to a folder.
    private var latest: (folder: Folder, privateFolder: Folder)?

    /// - Parameter stamp: what the file was like when it was compared with the one that stays.
    /// - Throws: `FileError` when the folder does not allow it; the file is still there then, if
    ///   not under its name, in the private folder, where the next scan meets it.
    func remove(_ name: [UInt8], in folder: Folder, stamp: FileStamp) throws(FileError) -> Result {
        let (privateFolder, aside) = (try privateFolder(of: folder), aside(name))
        do {
            guard let privateFolder, let now = try folder.stamp(name) else { return .vanished }
            guard now.isUntouched(since: stamp) else { return .replaced }
            try folder.moveAside(name, to: privateFolder, as: aside)
            return try remove(aside, from: privateFolder, or: folder, name, stamp: stamp)
        } catch {
            // It may be the private folder that has gone.
            guard error.isMissing, try folder.stamp(name) == nil else { throw error }
            return .vanished
        }
    }

    private func remove(
        _ aside: [UInt8], from privateFolder: Folder, or folder: Folder, _ name: [UInt8], stamp: FileStamp
    ) throws(FileError) -> Result {
        guard let moved = try privateFolder.stamp(aside), moved.isSameFile(as: stamp) else {
            try privateFolder.giveBack(aside, to: folder, as: name)
            return .replaced
        }
        do {
            try privateFolder.unlink(aside)
        } catch {
            try privateFolder.giveBack(aside, to: folder, as: name)
            throw error
        }
        return .removed
    }

    /// Clears away what was needed for the removals so far.
    func finish() {
        latest?.folder.removeEmptyFolder(Self.folderName)
        latest = nil
    }

    /// - Returns: nil when the folder itself has gone.
    private func privateFolder(of folder: Folder) throws(FileError) -> Folder? {
        if let latest, try Self.isSame(latest.folder, folder) { return latest.privateFolder }
        finish()
        do {
            let privateFolder = try folder.makeFolder(Self.folderName)
            latest = (folder, privateFolder)
            return privateFolder
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }

    /// Whether both lead to one folder, which is opened anew for every few files. ext4 passes over inodes that have just become
    /// free, so that folders which come and go make all later ones slower: 60 of them instead of 216 for 20,000 files.
    private static func isSame(_ one: Folder, _ other: Folder) throws(FileError) -> Bool {
        if one === other { return true }
        return try one.file.stamp(one.path).isSameInode(as: other.file.stamp(other.path))
    }

    /// The name with something in front that nobody else has, cut to what a file system takes.
    private func aside(_ name: [UInt8]) -> [UInt8] {
        mark &+= 1
        let beginning = Array("\(mark)_".utf8)
        return beginning + name.suffix(FileName.limit - beginning.count)
    }
}
