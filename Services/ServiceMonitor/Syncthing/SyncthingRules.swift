import FactoryCore

/// Decides how Syncthing is. Local deletions in a receive-only folder are what filing makes of it, and no fault.
enum SyncthingRules {
    /// - Parameter stale: folders, by id, in which the same items have been out of sync for a day.
    static func health(_ situation: SyncthingSituation, stale: Set<String>) -> ServiceHealth {
        let folders = situation.inboxes.flatMap(\.folders)
        let counts = summary(folders, situation.version)
        let endangered = situation.inboxes.filter { inbox in
            !inbox.verdict.isReceiveOnly && !inbox.folders.isEmpty
        }
        if let inbox = endangered.first {
            return ServiceHealth(status: .error, task: "\(inbox.verdict.finding) (\(counts))")
        }
        for (folder, state) in folders {
            guard let reason = state?.stop else { continue }
            return ServiceHealth(
                status: .error, task: "Syncthing's folder “\(folder.title)” has stopped: \(reason) (\(counts))")
        }
        if let inbox = situation.inboxes.first(where: \.folders.isEmpty) {
            return ServiceHealth(status: .warning, task: "\(inbox.verdict.finding) (\(counts))")
        }
        for (folder, state) in folders {
            if let complaint = complaint(folder, state, isStale: stale.contains(folder.id)) {
                return ServiceHealth(status: .warning, task: "\(complaint) (\(counts))")
            }
        }
        return ServiceHealth(status: .ok, task: counts)
    }

    static func health(_ error: SyncthingError) -> ServiceHealth {
        ServiceHealth(status: .error, task: "\(error)")
    }

    private static func complaint(
        _ folder: SyncthingFolder, _ state: SyncthingFolderState?, isStale: Bool
    ) -> String? {
        let title = "Syncthing's folder “\(folder.title)”"
        if folder.paused { return "\(title) is paused: nothing arrives until it is resumed" }
        guard let state else { return "\(title) does not say how it is" }
        if state.failures > 0 { return "\(title) cannot sync \(state.failures) items: its page in Syncthing says why" }
        if isStale {
            return "\(title) has been waiting for \(state.outOfSync) items for a day: is the phone connected?"
        }
        return nil
    }

    private static func summary(_ folders: [(SyncthingFolder, SyncthingFolderState?)], _ version: String) -> String {
        let states = folders.map { folder, state in
            let waiting = state.map { $0.outOfSync > 0 ? ", \($0.outOfSync) items out of sync" : "" } ?? ""
            let condition = folder.paused ? "paused" : state?.state ?? "state unknown"
            return "“\(folder.title)” \(folder.type.title), \(condition.isEmpty ? "idle" : condition)\(waiting)"
        }
        return (["Syncthing \(version)"] + states).joined(separator: "; ")
    }
}
