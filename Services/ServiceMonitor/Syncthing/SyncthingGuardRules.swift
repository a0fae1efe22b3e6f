import FactoryCore

/// Decides whether photos may be moved out of an inbox: a phone is never emptied by accident.
enum SyncthingGuardRules {
    /// Those of Syncthing's folders that hold the inbox or lie in it.
    ///
    /// - Parameter links: where paths really lead, for those that a link leads elsewhere: one may be on either side.
    static func folders(
        _ all: [SyncthingFolder], of inbox: SyncthingInbox, tilde: String?, links: [String: String]
    ) -> [SyncthingMatch] {
        let places = Set(
            [inbox.pathForSyncthing, links[inbox.pathForSyncthing]].compactMap(\.self).map { SyncthingFolderPath($0) })
        return all.compactMap { folder in
            let path = SyncthingFolderPath.expanded(folder.path, tilde: tilde)
            let paths = [path, links[path]].compactMap(\.self).map { SyncthingFolderPath($0) }
            let below = paths.lazy.flatMap { path in places.compactMap { path.below($0) } }.first
            return below.map { SyncthingMatch(folder: folder, below: $0) }
        }
    }

    /// - Parameter matches: as `folders(_:of:tilde:links:)` answers.
    static func verdict(_ matches: [SyncthingMatch], of inbox: SyncthingInbox, time: Timestamp) -> SyncthingVerdict {
        let wrong = matches.lazy.compactMap { complaint($0.folder) }.first
        let titles = matches.map { "“\($0.folder.title)”" }.joined(separator: ", ")
        let none = """
            none of Syncthing's folders is \(inbox.pathForSyncthing): add it in Syncthing as a folder of the type Receive \
            Only, or set SYNCTHING_INBOX to where Syncthing sees it
            """
        return SyncthingVerdict(
            isReceiveOnly: wrong == nil && !matches.isEmpty, folders: matches.map(\.below),
            finding: wrong ?? (matches.isEmpty ? none : "\(titles): Receive Only"), time: time)
    }

    private static func complaint(_ folder: SyncthingFolder) -> String? {
        let folderIs = "Syncthing's folder “\(folder.title)” is \(folder.type.title)"
        if folder.type == .receiveOnly {
            guard let marker = folder.markerName, marker != ".stfolder" else { return nil }
            return """
                Syncthing's folder “\(folder.title)” is marked by \(marker), which librarians do not know: set its \
                markerName back to .stfolder in Syncthing's advanced configuration
                """
        }
        if folder.type == .receiveEncrypted {
            return """
                \(folderIs), and what arrives cannot be read: remove it in Syncthing and add it again without an encryption \
                password on the phone, as Receive Only
                """
        }
        return """
            \(folderIs), and every photo that is filed would be deleted on the phone: in Syncthing click the folder, Edit, \
            Advanced, set Folder Type to Receive Only and Save; until then nothing is moved
            """
    }
}
