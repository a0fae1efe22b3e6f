import FactoryCore

/// `Storage/Quarantine/{YYYY-MM-DD}`: bytes that have no other place. Nothing is ever deleted from it.
struct Quarantine {
    static let folderName = "Quarantine"

    private let storage: Folder

    init(storage: Folder) {
        self.storage = storage
    }

    /// A place that is free now for a file called `name`; nil when a thousand of the same name and content are there.
    func freePlace(for name: [UInt8], fingerprint: Fingerprint, day: CivilDay) throws(FileError) -> QuarantinePath? {
        for path in QuarantinePath.candidates(name: name, day: day, fingerprint: fingerprint)
        where try stamp(of: path) == nil {
            return path
        }
        return nil
    }

    /// The folder of a place, which is made where it is missing.
    func folder(of path: QuarantinePath) throws(FileError) -> Folder {
        try storage.makeFolder(Self.folderName).makeFolder(path.day.description)
    }

    /// What stands at a place; nil when nothing does.
    func stamp(of path: QuarantinePath) throws(FileError) -> FileStamp? {
        do {
            return try existingFolder(of: path).stamp(Array(path.name.utf8))
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }

    /// Opens a file for reading; nil when it is missing.
    func open(_ path: QuarantinePath) throws(FileError) -> OpenFile? {
        do {
            return try existingFolder(of: path).openFile(Array(path.name.utf8))
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }

    private func existingFolder(of path: QuarantinePath) throws(FileError) -> Folder {
        try storage.folder([Self.folderName, path.day.description].map { Array($0.utf8) })
    }
}
