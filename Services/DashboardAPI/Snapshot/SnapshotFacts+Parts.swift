import FactoryCore

extension SnapshotFacts {
    /// The value, or nil and a line that says why there is none.
    ///
    /// - Parameter part: the member of the document; nil when its absence has been explained already.
    mutating func take<Value>(_ result: Result<Value, any Error>, _ part: String?) -> Value? {
        switch result {
        case .success(let value): return value
        case .failure(let error):
            if let part { degraded.append(Degradation(part: part, reason: "\(error)")) }
            return nil
        }
    }

    mutating func add(
        _ room: (inbox: FileSystemSpace?, storage: FileSystemSpace?), scrub: ScrubView?, backup: BackupView?,
        inbox: String, storage: String
    ) {
        if room.inbox == nil {
            degraded.append(Degradation(part: "storage", reason: "the room of the inbox \(inbox) cannot be told"))
        }
        if room.storage == nil {
            degraded.append(Degradation(part: "storage", reason: "the room of Storage \(storage) cannot be told"))
        }
        guard room.inbox != nil || room.storage != nil || scrub != nil || backup != nil else { return }
        self.storage = StoragePart(inbox: room.inbox, storage: room.storage, scrub: scrub, backup: backup)
    }
}
