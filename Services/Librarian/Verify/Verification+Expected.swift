import FactoryCore

/// Each content that is known to have arrived stands whole somewhere.
extension Verification {
    /// Where files come from is looked at before where they go to: what moves meanwhile is met in the one or the other.
    func lookForExpected() async throws {
        if let inbox { try await look(through: inbox) }
        if let quarantine = try folder(Quarantine.folderName) { try await look(through: quarantine) }
        try await lookInLedger()
        try await lookInJournals()
        for (fingerprint, name) in expected.missing.sorted(by: { $0.key.hex < $1.key.hex }) {
            note(Invariant.verdict(ofArrivalThatIsStored: false), Finding.lost(fingerprint, name: name))
        }
    }

    private func folder(_ name: String) throws(FileError) -> Folder? {
        do {
            return try storage.folder(Array(name.utf8))
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }

    /// Reads every file, also hidden ones and what is no photo.
    private func look(through root: Folder) async throws {
        var walk = FileWalk(root)
        while !expected.missing.isEmpty, let visit = walk.next() {
            for start in stride(from: 0, to: visit.files.count, by: Self.pageSize) {
                try await look(
                    at: Array(visit.files[start..<min(start + Self.pageSize, visit.files.count)]), below: root)
            }
        }
    }

    private func look(at paths: [RelativePath], below root: Folder) async throws {
        for content in try await room.read(paths, below: root) { expected.found(content.fingerprint) }
        try pause("looking for what is expected")
    }

    /// What was filed since its turn would have come.
    private func lookInLedger() async throws {
        let missing = Array(expected.missing.keys)
        for start in stride(from: 0, to: missing.count, by: Self.pageSize) {
            let part = Array(missing[start..<min(start + Self.pageSize, missing.count)])
            let places = try await ledger.known(part).values.compactMap { LedgerPath.belowOriginals($0) }
            try await look(at: places, below: originals)
        }
    }

    /// What was moved and not recorded yet.
    private func lookInJournals() async throws {
        guard !expected.missing.isEmpty else { return }
        for book in try JournalBook.all(in: storage) {
            for segment in try book.segments() {
                let events = try book.scan(segment).found.map(\.event)
                try await look(at: events.compactMap(placeOfExpected), below: storage)
            }
        }
    }

    /// Below Storage.
    private func placeOfExpected(_ event: JournalEvent) -> RelativePath? {
        switch event {
        case .intent(let intent) where expected.missing[intent.fingerprint] != nil:
            Self.place(Originals.folderName, intent.to)
        case .sidecar(let intent) where expected.missing[intent.fingerprint] != nil:
            Self.place(Originals.folderName, intent.to)
        case .quarantine(let intent) where expected.missing[intent.fingerprint] != nil:
            Self.place(Quarantine.folderName, intent.to)
        default: nil
        }
    }

    private static func place(_ folder: String, _ path: String) -> RelativePath? {
        RelativePath(components: ([folder] + FileName.parts(ofPath: path)).map { Array($0.utf8) })
    }
}
