import FactoryCore
import Glibc

/// A folder of this process in `Thumbnails/.making`, for what is not finished. Who is alive holds a lock on its own; what the
/// dead left is removed by the next one.
final class MakingFolder: Sendable {
    static let parent = ".making"

    private let folder: Folder

    /// - Parameter thumbnails: the folder `Thumbnails`.
    /// - Throws: `FileError`.
    init(in thumbnails: Folder) throws {
        let parent = try thumbnails.makeFolder(Self.parent)
        try Self.removeRemnants(in: parent)
        folder = try Self.ownFolder(in: parent)
    }

    /// Lends an empty folder.
    func lend<Result>(_ name: String, _ body: (Folder) throws -> Result) throws -> Result {
        let lent = try folder.makeFolder(name)
        defer {
            Self.empty(lent)
            folder.removeEmptyFolder(name)
        }
        Self.empty(lent)
        return try body(lent)
    }

    /// Another one may take it for the dead's between making and locking it: then it is gone, and another is made.
    private static func ownFolder(in parent: Folder) throws -> Folder {
        while true {
            let name = "\(HostName.current)-\(ProcessIdentity.current)-\(UInt32.random(in: .min ... .max))"
            let folder = try parent.makeFolder(name)
            if isLocked(folder), try parent.stamp(Array(name.utf8)) != nil { return folder }
        }
    }

    private static func removeRemnants(in parent: Folder) throws {
        for name in try names(in: parent) {
            guard let folder = try? parent.folder(name), isLocked(folder) else { continue }
            for inner in (try? names(in: folder)) ?? [] {
                if let lent = try? folder.folder(inner) { empty(lent) }
                folder.removeEmptyFolder(FileName.text(inner))
            }
            parent.removeEmptyFolder(FileName.text(name))
        }
    }

    /// Takes the lock, which is given back when the folder is closed.
    private static func isLocked(_ folder: Folder) -> Bool {
        flock(folder.file.descriptor, LOCK_EX | LOCK_NB) == 0
    }

    private static func empty(_ folder: Folder) {
        for name in (try? names(in: folder)) ?? [] { try? folder.unlink(name) }
    }

    private static func names(in folder: Folder) throws -> [[UInt8]] {
        let listing = try FolderListing(folder)
        var names: [[UInt8]] = []
        while let name = try listing.next() { names.append(name) }
        return names
    }
}
