import FactoryCore

@testable import service_monitor

extension SyncthingFolder {
    static func sample(
        id: String = "photos", label: String? = "Pixel", path: String = "/in",
        type: SyncthingFolderType = .receiveOnly, paused: Bool = false,
        markerName: String? = nil
    ) -> SyncthingFolder {
        SyncthingFolder(id: id, label: label, path: path, type: type, paused: paused, markerName: markerName)
    }
}

extension SyncthingFolderState {
    static func sample(
        state: String? = "idle", error: String? = "", invalid: String? = "", errors: Int? = 0, pullErrors: Int? = 0,
        outOfSync: Int? = 0
    ) -> SyncthingFolderState {
        SyncthingFolderState(
            state: state, error: error, invalid: invalid, errors: errors, pullErrors: pullErrors,
            needTotalItems: outOfSync)
    }
}
