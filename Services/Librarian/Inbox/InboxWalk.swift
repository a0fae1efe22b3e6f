import FactoryCore

/// Goes through the whole inbox, depth first, holding only the folders that lead to where it is.
struct InboxWalk {
    private var open: [FolderListing]
    private var components: [[UInt8]] = []
    private let start: Timestamp

    /// - Parameter start: when this run began. What has been in the private folders for removals since then is on its way
    ///   out by our own hand; what was there before, a crash has left.
    init(_ inbox: Folder, start: Timestamp) throws(FileError) {
        open = [try FolderListing(inbox)]
        self.start = start
    }

    /// Up to `limit` entries; empty at the end.
    ///
    /// - Throws: `FileError` when the inbox itself cannot be listed any more: that is no empty inbox.
    mutating func next(_ limit: Int) throws(FileError) -> [InboxEntry] {
        var entries: [InboxEntry] = []
        while entries.count < limit, let listing = open.last {
            do throws(FileError) {
                guard let name = try listing.next() else {
                    leave()
                    continue
                }
                if let entry = meet(name, in: listing.folder) { entries.append(entry) }
            } catch {
                // What is left of this folder is not seen in this pass; the rest of the inbox is.
                guard let path = RelativePath(components: components) else { throw error }
                entries.append(InboxEntry(path: path, sort: .unreadable("\(error)")))
                leave()
            }
        }
        return entries
    }

    private func isOnItsWayOut(_ stamp: FileStamp) -> Bool {
        stamp.changed >= start && components.last == Array(SourceRemoval.folderName.utf8)
    }

    private mutating func leave() {
        open.removeLast()
        if !open.isEmpty { components.removeLast() }
    }

    /// What stands under `name`; nil when it is a folder that was entered, or when it has gone meanwhile.
    private mutating func meet(_ name: [UInt8], in folder: Folder) -> InboxEntry? {
        if components.isEmpty, OwnFiles.contain(name) { return nil }
        guard let path = RelativePath(components: components + [name]) else { return nil }
        do throws(FileError) {
            guard let stamp = try folder.stamp(name) else { return nil }
            guard stamp.isFolder else {
                return isOnItsWayOut(stamp) ? nil : InboxEntry(path: path, sort: InboxSort.of(name, stamp))
            }
            if let reason = IgnoreRules.reason(folder: name) { return InboxEntry(path: path, sort: .ignored(reason)) }
            open.append(try FolderListing(folder.folder(name)))
            components.append(name)
            return nil
        } catch {
            return error.isMissing ? nil : InboxEntry(path: path, sort: .unreadable("\(error)"))
        }
    }
}
