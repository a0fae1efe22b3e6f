import FactoryCore

/// Goes through the whole inbox, depth first, holding only the folders that lead to where it is.
struct InboxWalk {
    /// A folder that is being gone through.
    private struct Level {
        /// Below the inbox.
        let components: [[UInt8]]
        var companies: FolderCompanies
    }

    private var open: [Level]
    private let start: Timestamp

    /// Whether nothing comes any more; false before that is known.
    var isAtEnd: Bool { open.isEmpty }

    /// - Parameter start: when this run began. What has been in the private folders for removals since then is on its way
    ///   out by our own hand; what was there before, a crash has left.
    init(_ inbox: Folder, start: Timestamp) throws(FileError) {
        open = [Level(components: [], companies: try FolderCompanies(inbox))]
        self.start = start
    }

    /// Companies of entries that may belong together, with `limit` entries or a few more in all; empty at the end.
    ///
    /// - Throws: `FileError` when the inbox itself cannot be listed any more: that is no empty inbox.
    mutating func next(_ limit: Int) throws(FileError) -> [[InboxEntry]] {
        var companies: [[InboxEntry]] = []
        var count = 0
        while count < limit, let deepest = open.indices.last {
            let components = open[deepest].components
            do throws(FileError) {
                guard let names = try open[deepest].companies.nextCompany() else {
                    open.removeLast()
                    continue
                }
                let folder = open[deepest].companies.folder
                let met = names.compactMap { meet($0, in: folder, components) }
                if !met.isEmpty { companies.append(met) }
                count += met.count
            } catch {
                // What is left of this folder is not seen in this pass; the rest of the inbox is.
                guard let path = RelativePath(components: components) else { throw error }
                companies.append([InboxEntry(path: path, sort: .unreadable("\(error)"))])
                count += 1
                open.removeLast()
            }
        }
        return companies
    }

    private func isOnItsWayOut(_ stamp: FileStamp, _ components: [[UInt8]]) -> Bool {
        stamp.changed >= start && components.last == Array(SourceRemoval.folderName.utf8)
    }

    /// What stands under `name`; nil when it is a folder that is gone through next, or when it has gone meanwhile.
    private mutating func meet(_ name: [UInt8], in folder: Folder, _ components: [[UInt8]]) -> InboxEntry? {
        if components.isEmpty, OwnFiles.contain(name) { return nil }
        guard let path = RelativePath(components: components + [name]) else { return nil }
        do throws(FileError) {
            guard let stamp = try folder.stamp(name) else { return nil }
            guard stamp.isFolder else {
                return isOnItsWayOut(stamp, components) ? nil : InboxEntry(path: path, sort: InboxSort.of(name, stamp))
            }
            if let reason = IgnoreRules.reason(folder: name) { return InboxEntry(path: path, sort: .ignored(reason)) }
            open.append(Level(components: components + [name], companies: try FolderCompanies(folder.folder(name))))
            return nil
        } catch {
            return error.isMissing ? nil : InboxEntry(path: path, sort: .unreadable("\(error)"))
        }
    }
}
