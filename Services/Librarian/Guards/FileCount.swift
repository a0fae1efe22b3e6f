import FactoryCore

/// Counts files below a folder, by names alone; no symbolic link is followed.
enum FileCount {
    /// How many files stand below `folder`, up to `limit`.
    ///
    /// - Throws: `FileError` when a folder cannot be listed: what is in it is unknown then.
    static func count(below folder: Folder, limit: Int = .max) throws(FileError) -> Int {
        var open = [try FolderListing(folder)]
        var count = 0
        while count < limit, let listing = open.last {
            guard let name = try listing.next() else {
                open.removeLast()
                continue
            }
            guard let stamp = try listing.folder.stamp(name) else { continue }
            if stamp.isFolder { try open.append(FolderListing(listing.folder.folder(name))) } else { count += 1 }
        }
        return count
    }
}
