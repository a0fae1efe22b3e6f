import FactoryCore

/// Decides whether photos may be moved out of an inbox: a phone is never emptied by accident.
enum SyncthingGuardRules {
    /// Those of Syncthing's folders that hold the inbox or lie in it.
    static func folders(_ all: [SyncthingFolder], of inbox: SyncthingInbox, tilde: String?) -> [SyncthingFolder] {
        // A link may lead to the inbox on either side.
        let places = Set([inbox.pathForSyncthing, RealPath.of(inbox.pathForSyncthing)].map { SyncthingFolderPath($0) })
        return all.filter { folder in
            let path = SyncthingFolderPath(folder.path, tilde: tilde)
            let real = SyncthingFolderPath(RealPath.of(folder.path), tilde: tilde)
            return places.contains { $0.overlaps(path) || $0.overlaps(real) }
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
