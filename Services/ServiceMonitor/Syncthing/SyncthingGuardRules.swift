import FactoryCore

/// Decides whether photos may be moved out of an inbox: a phone is never emptied by accident.
enum SyncthingGuardRules {
    /// Those of Syncthing's folders that hold the inbox or lie in it.
    ///
    /// - Parameter links: where paths really lead, for those that a link leads elsewhere: one may be on either side.
    static func folders(
        _ all: [SyncthingFolder], of inbox: SyncthingInbox, tilde: String?, links: [String: String]
    ) -> [SyncthingFolder] {
        let places = Set(
            [inbox.pathForSyncthing, links[inbox.pathForSyncthing]].compactMap(\.self).map { SyncthingFolderPath($0) })
        return all.filter { folder in
            let paths = [folder.path, links[folder.path]].compactMap(\.self)
            return paths.contains { path in
                places.contains { $0.overlaps(SyncthingFolderPath(path, tilde: tilde)) }
            }
        }
    }

    /// - Parameter folders: as `folders(_:of:tilde:)` answers.
    static func verdict(_ folders: [SyncthingFolder], of inbox: SyncthingInbox, time: Timestamp) -> SyncthingVerdict {
        if let folder = folders.first(where: { $0.type != .receiveOnly }) {
            return SyncthingVerdict(isReceiveOnly: false, finding: complaint(folder), time: time)
        }
        guard !folders.isEmpty else {
            let finding = """
                none of Syncthing's folders is \(inbox.pathForSyncthing): add it in Syncthing as a folder of the type \
                Receive Only, or set SYNCTHING_INBOX to where Syncthing sees it
                """
            return SyncthingVerdict(isReceiveOnly: false, finding: finding, time: time)
        }
        let titles = folders.map { "“\($0.title)”" }.joined(separator: ", ")
        return SyncthingVerdict(isReceiveOnly: true, finding: "\(titles): Receive Only", time: time)
    }

    private static func complaint(_ folder: SyncthingFolder) -> String {
        let folderIs = "Syncthing's folder “\(folder.title)” is \(folder.type.title)"
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
