import FactoryCore
import Glibc

/// The `.stfolder` by which Syncthing marks a folder as one of its own.
struct SyncthingMarker: Sendable, Equatable {
    static let name = Array(".stfolder".utf8)

    /// For messages.
    let path: String
    /// The folder that it marks, below the inbox; empty for the inbox itself and for one that holds it.
    let folder: String
    /// When it was made, as far as file systems tell: its inode's last change.
    let changed: Timestamp

    /// The marker of the inbox itself or of a folder that holds it; nil where Syncthing has none.
    ///
    /// - Parameter inbox: absolute.
    /// - Throws: `FileError` when that cannot be known.
    static func above(_ inbox: String) throws(FileError) -> SyncthingMarker? {
        var folder = SymbolicLinks.resolved(inbox)[...]
        while true {
            if let marker = try at("\(folder)/.stfolder") { return marker }
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = folder[..<slash]
        }
    }

    /// The markers of all folders below the inbox that lead to one of the files.
    ///
    /// - Throws: `FileError` when that cannot be known.
    static func below(_ inbox: Folder, to paths: [RelativePath]) throws(FileError) -> [SyncthingMarker] {
        var folders: Set<[[UInt8]]> = []
        var latest: ArraySlice<[UInt8]>?
        // Neighbours in the list are mostly neighbours in a folder.
        for path in paths where path.folders != latest {
            folders.formUnion(path.folders.indices.map { Array(path.folders[...$0]) })
            latest = path.folders
        }
        var markers: [SyncthingMarker] = []
        for components in folders {
            do throws(FileError) {
                let folder = try inbox.folder(components)
                guard let stamp = try folder.stamp(name) else { continue }
                let below = components.map { FileName.text($0) }.joined(separator: "/")
                markers.append(SyncthingMarker(path: folder.pathText(name), folder: below, changed: stamp.changed))
            } catch  where error.isMissing {
                // What has gone holds no file any more.
                continue
            }
        }
        return markers
    }

    private static func at(_ path: String) throws(FileError) -> SyncthingMarker? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            let error = FileError("look for", path)
            guard error.isMissing else { throw error }
            return nil
        }
        return SyncthingMarker(path: path, folder: "", changed: FileStamp(status).changed)
    }
}
