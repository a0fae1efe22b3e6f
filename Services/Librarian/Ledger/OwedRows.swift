import FactoryCore

/// What the database has to be told of what came to pass: the same rows whether they are written at once or, from the
/// journal, years later.
struct OwedRows: Sendable {
    private(set) var entries: [LedgerEntry] = []
    private(set) var sidecars: [RecordedSidecar] = []
    /// Names under which copies of contents came.
    private(set) var names: [AssetName] = []
    private(set) var records: [IntakeRecord] = []

    var isEmpty: Bool { entries.isEmpty && sidecars.isEmpty && names.isEmpty && records.isEmpty }

    /// By what late members of a group would look for the contents.
    var searchedNames: Set<String> {
        var searched: Set<String> = []
        for name in entries.map(\.name) + names {
            searched.insert(name.stem)
            if let identifier = name.contentIdentifier { searched.insert(identifier) }
        }
        return searched
    }

    /// Adds what follows from an intent that was carried out.
    ///
    /// - Parameter storage: Storage's path, with which the paths of rows begin.
    mutating func add(_ deed: Deed, storage: String) {
        switch deed.event {
        case .intent(let intent): add(intent, deed, "\(storage)/Originals/\(intent.to)")
        case .sidecar(let intent): sidecars.append(Self.record(intent, deed.time))
        case .removal(let intent): add(intent, deed.time, storage)
        case .quarantine(let intent): records.append(Self.record(intent, deed.time, storage))
        case .outcome: break
        }
    }

    /// Adds notes of files that stay in the inbox; of each path one.
    mutating func add(_ notes: [IntakeRecord]) {
        // Two names that are no UTF-8 may have the same text, and one statement may name each path once.
        var noted: Set<String> = []
        for note in notes.reversed() where noted.insert(note.originalPath).inserted { records.append(note) }
    }

    private mutating func add(_ intent: FilingIntent, _ deed: Deed, _ finalPath: String) {
        entries.append(LedgerEntry(intent, at: deed.position, finalPath: finalPath, time: deed.time))
        guard intent.purpose == .heal else { return }
        records.append(
            IntakeRecord(
                outcome: .healed, originalPath: intent.from, originalName: FileName.last(ofPath: intent.from),
                size: intent.size, fingerprint: intent.fingerprint, storedPath: finalPath,
                reason: "its original was missing or damaged, and the file took its place", time: deed.time))
    }

    /// A copy came under a name of its own, by which the others of its group will look for it.
    private mutating func add(_ intent: RemovalIntent, _ time: Timestamp, _ storage: String) {
        records.append(Self.record(intent, time, storage))
        guard Originals.path(ofLedger: intent.from) == nil else { return }
        names.append(
            AssetName(
                fingerprint: intent.fingerprint, stem: CompanyStem.of(path: intent.from), contentIdentifier: nil))
    }

    private static func record(_ intent: SidecarIntent, _ time: Timestamp) -> RecordedSidecar {
        RecordedSidecar(
            place: intent.to, fingerprint: intent.fingerprint, size: intent.size, originalPath: intent.from,
            asset: intent.asset, filedAt: time)
    }

    private static func record(_ intent: RemovalIntent, _ time: Timestamp, _ storage: String) -> IntakeRecord {
        IntakeRecord(
            outcome: .duplicate, originalPath: intent.from, originalName: FileName.last(ofPath: intent.from),
            size: intent.size, fingerprint: intent.fingerprint, storedPath: "\(storage)/Originals/\(intent.stored)",
            reason: intent.reason, time: time)
    }

    private static func record(_ intent: QuarantineIntent, _ time: Timestamp, _ storage: String) -> IntakeRecord {
        IntakeRecord(
            outcome: .quarantined, originalPath: intent.from, originalName: FileName.last(ofPath: intent.from),
            size: intent.size, fingerprint: intent.fingerprint, storedPath: "\(storage)/Quarantine/\(intent.to)",
            reason: intent.reason, time: time)
    }
}
