/// The folder `Storage/Originals`: day folders are made when they are needed, files only ever enter by names that are
/// free.
package final class Originals {
    package static let folderName = "Originals"

    package let root: Folder
    /// Photos of some days mostly come together. Nil for a day that has no folder yet.
    private var days: [CivilDay: Folder?] = [:]
    private var years: [Int: Folder] = [:]
    /// Each holds a descriptor.
    private static let daysLimit = 512

    package init(storage: Folder) throws(FileError) {
        root = try storage.makeFolder(Self.folderName)
    }

    /// The folder of a day, which is made where it is missing.
    package func folder(of path: OriginalPath) throws(FileError) -> Folder {
        if let folder = days[path.day] ?? nil { return folder }
        let year: Folder
        if let known = years[path.day.year] { year = known } else { year = try root.makeFolder(path.yearFolder) }
        let folder = try year.makeFolder(path.dayFolder)
        years[path.day.year] = year
        remember(folder, of: path.day)
        return folder
    }

    /// What stands at a place; nil when nothing does.
    package func stamp(of path: OriginalPath) throws(FileError) -> FileStamp? {
        try existingFolder(of: path)?.stamp(Array(path.name.utf8))
    }

    /// Whether anything stands at a place, without making a folder.
    package static func holds(_ path: OriginalPath, below root: Folder) throws(FileError) -> Bool {
        do {
            let day = try root.folder([Array(path.yearFolder.utf8), Array(path.dayFolder.utf8)])
            return try day.stamp(Array(path.name.utf8)) != nil
        } catch  where error.isMissing {
            return false
        }
    }

    /// Opens an original for reading; nil when it is missing.
    package func open(_ path: OriginalPath) throws(FileError) -> OpenFile? {
        do {
            return try existingFolder(of: path)?.openFile(Array(path.name.utf8))
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }

    /// The full path, as the ledger keeps it.
    package func fullPath(of path: OriginalPath) -> String {
        "\(root.path)/\(path.text)"
    }

    /// The place that a path of the ledger means. Only its end counts: the storage may have been mounted elsewhere
    /// when the row was written.
    package static func path(ofLedger finalPath: String) -> OriginalPath? {
        let parts = FileName.parts(ofPath: finalPath)
        guard parts.count >= 4, parts[parts.count - 4] == "Originals" else { return nil }
        return OriginalPath(text: parts.suffix(3).joined(separator: "/"))
    }

    /// Forgets which folder a day has: somebody may have made, removed or replaced it since.
    package func forgetFolders() {
        (days, years) = ([:], [:])
    }

    /// Makes everything that was written and renamed on Originals' file system durable.
    package func sync() throws(FileError) {
        try root.syncFileSystem()
    }

    private func existingFolder(of path: OriginalPath) throws(FileError) -> Folder? {
        if let known = days[path.day] { return known }
        var folder: Folder?
        do throws(FileError) {
            let year: Folder
            if let known = years[path.day.year] {
                year = known
            } else {
                year = try root.folder(Array(path.yearFolder.utf8))
                years[path.day.year] = year
            }
            folder = try year.folder(Array(path.dayFolder.utf8))
        } catch  where error.isMissing {
            folder = nil
        }
        remember(folder, of: path.day)
        return folder
    }

    private func remember(_ folder: Folder?, of day: CivilDay) {
        if days.count + years.count >= Self.daysLimit { forgetFolders() }
        days[day] = .some(folder)
    }
}
