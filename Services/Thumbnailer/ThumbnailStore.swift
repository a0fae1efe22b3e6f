import FactoryCore
import Synchronization
import Thumbnails

/// The folder `Thumbnails` of Storage: files named for the content of which they are.
final class ThumbnailStore: Sendable {
    private static let folderName = "Thumbnails"
    /// As every WebP begins, with its length in between.
    private static let (riff, webp) = (Array("RIFF".utf8), Array("WEBP".utf8))

    private let storage: String
    private let making = Mutex<MakingFolder?>(nil)

    /// - Parameter storage: the folder that holds `Thumbnails`. Absolute.
    init(storage: String) {
        self.storage = storage
    }

    /// Lends an empty folder for what is not finished. It is made when it is first needed, once an original was there: not in
    /// a Storage that is not mounted.
    ///
    /// - Throws: `FileError`.
    func lend<Result>(_ name: String, _ body: (Folder) throws -> Result) throws -> Result {
        try folderOfOurs().lend(name, body)
    }

    /// What was lent last may be on a disk that has gone since.
    func forgetFolder() {
        making.withLock { $0 = nil }
    }

    /// Gives finished thumbnails their names, once they are durable; older ones of the same content are replaced.
    ///
    /// - Parameters:
    ///   - folder: where they are, by their sizes.
    ///   - hash: of the original.
    /// - Throws: `FileError`, `WorkFailure` for what is no picture.
    func keep(_ folder: Folder, of hash: String) throws {
        for size in ThumbnailSize.allCases {
            let name = Array("\(size.rawValue).webp".utf8)
            let file = try folder.openFile(name)
            guard try isPicture(file, folder.pathText(name)) else {
                throw WorkFailure("the program that decodes wrote something that is no picture")
            }
            try file.sync(folder.pathText(name))
        }
        for size in ThumbnailSize.allCases {
            guard let path = ThumbnailPath(hash: hash, size: size) else { throw WorkFailure("'\(hash)' is no SHA-256") }
            let target = try Folder.open(storage).makeFolder(Self.folderName).makeFolder(String(hash.prefix(2)))
            try folder.moveAside(Array("\(size.rawValue).webp".utf8), to: target, as: Array(path.name.utf8))
            try target.file.sync(target.path)
        }
    }

    /// Whether all thumbnails of a content are there.
    ///
    /// - Throws: `FileError` where that cannot be told.
    func isComplete(_ hash: String) throws -> Bool {
        let thumbnails = try Folder.open(storage)
        for size in ThumbnailSize.allCases {
            guard let path = ThumbnailPath(hash: hash, size: size) else { return false }
            do throws(FileError) {
                let folder = try thumbnails.folder([Array(Self.folderName.utf8), Array(hash.utf8.prefix(2))])
                guard let stamp = try folder.stamp(Array(path.name.utf8)), stamp.isRegularFile, stamp.size > 0 else {
                    return false
                }
            } catch {
                guard error.isMissing else { throw error }
                return false
            }
        }
        return true
    }

    private func folderOfOurs() throws -> MakingFolder {
        try making.withLock { known in
            if let known { return known }
            let made = try MakingFolder(in: try Folder.open(storage).makeFolder(Self.folderName))
            known = made
            return made
        }
    }

    private func isPicture(_ file: OpenFile, _ path: String) throws(FileError) -> Bool {
        guard try file.stamp(path).isRegularFile else { return false }
        let head = try file.head(12, path)
        return head.prefix(4) == Self.riff[...] && head.dropFirst(8) == Self.webp[...]
    }
}
