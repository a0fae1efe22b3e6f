import FactoryCore
import Glibc

/// The `.stfolder` by which Syncthing marks a folder as one of its own.
struct SyncthingMarker: Sendable, Equatable {
    static let name = ".stfolder"

    /// For messages.
    let path: String
    /// When it was made, as far as file systems tell: its inode's last change.
    let changed: Timestamp

    /// The marker of the inbox itself or of a folder that holds it; nil where Syncthing has none.
    ///
    /// - Parameter inbox: absolute.
    static func above(_ inbox: String) -> SyncthingMarker? {
        var folder = SymbolicLinks.resolved(inbox)[...]
        while true {
            if let marker = at("\(folder)/\(name)") { return marker }
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = folder[..<slash]
        }
    }

    /// The latest of the markers in folders that lead to a file of the inbox, which are Syncthing's of their own.
    static func newest(above paths: [RelativePath], in inbox: Folder) -> SyncthingMarker? {
        let folders = Set(paths.flatMap { path in path.folders.indices.map { Array(path.folders[...$0]) } })
        let markers = folders.compactMap { components -> SyncthingMarker? in
            guard let folder = try? inbox.folder(components[...]),
                let stamp = try? folder.stamp(Array(name.utf8))
            else { return nil }
            return SyncthingMarker(path: folder.pathText(Array(name.utf8)), changed: stamp.changed)
        }
        return markers.max { $0.changed < $1.changed }
    }

    private static func at(_ path: String) -> SyncthingMarker? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        let changed = Timestamp(seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
        return SyncthingMarker(path: path, changed: changed)
    }
}
