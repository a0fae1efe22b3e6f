import FactoryCore

/// Looks what stands now where a content was.
struct PlaceReader: Sendable {
    /// A place to look at.
    private struct Candidate {
        let root: Folder
        let path: RelativePath
        /// Whether it is told also when the content is not there.
        let isOwed: Bool

        var text: String { root.path == "/" ? "/\(path.text)" : "\(root.path)/\(path.text)" }
    }

    let storage: Folder
    let reader: StoredContentReader

    /// The content of the file that was asked for; nil when none can be read there.
    func content(of asked: AskedPath) async throws -> Fingerprint? {
        guard let (folder, name) = try? asked.open(), let path = RelativePath(components: [name]) else { return nil }
        return try await reader.read(path, below: folder).fingerprint
    }

    /// The places of Storage where the content was put, and what is left of it elsewhere.
    func now(_ history: ContentHistory, asked: AskedPath) async throws -> [PlaceNow] {
        var places: [PlaceNow] = []
        for candidate in try stored(history) + sources(history, asked)
        where !places.contains(where: { $0.path.utf8.elementsEqual(candidate.text.utf8) }) {
            let found = try await reader.read(candidate.path, below: candidate.root)
            let place = PlaceNow(path: candidate.text, content: history.fingerprint, found: found)
            if candidate.isOwed || place.state == .whole { places.append(place) }
        }
        return places
    }

    private func stored(_ history: ContentHistory) -> [Candidate] {
        let put = history.entries.compactMap { entry -> Candidate? in
            let isOwed = entry.ending.map { $0.outcome != .withdrawn } ?? false
            return switch entry.event {
            case .intent(let intent): place(Originals.folderName, intent.to, isOwed: isOwed)
            case .sidecar(let intent): place(Originals.folderName, intent.to, isOwed: isOwed)
            case .quarantine(let intent): place(Quarantine.folderName, intent.to, isOwed: isOwed)
            case .removal(let intent): place(Originals.folderName, intent.stored, isOwed: isOwed)
            case .outcome: nil
            }
        }
        let row = history.row.flatMap { LedgerPath.belowOriginals($0.finalPath) }
        return put + (row.flatMap { place(Originals.folderName, $0.text, isOwed: true) }.map { [$0] } ?? [])
    }

    private func place(_ folder: String, _ text: String, isOwed: Bool) -> Candidate? {
        RelativePath(components: ([folder] + FileName.parts(ofPath: text)).map { Array($0.utf8) }).map {
            Candidate(root: storage, path: $0, isOwed: isOwed)
        }
    }

    /// A file that was asked for, or came through the inbox, may still, or again, be there.
    private func sources(_ history: ContentHistory, _ asked: AskedPath) throws -> [Candidate] {
        let root = try Folder.open("/")
        let sources = history.entries.compactMap { entry -> Candidate? in
            guard let components = entry.event.source, let path = RelativePath(components: components) else {
                return nil
            }
            return Candidate(root: root, path: path, isOwed: false)
        }
        guard let (folder, name) = try? asked.open(), let path = RelativePath(components: [name]) else {
            return sources
        }
        return [Candidate(root: folder, path: path, isOwed: false)] + sources
    }
}

extension JournalEvent {
    /// The parts of the path from which the file of an intent comes.
    fileprivate var source: [[UInt8]]? {
        switch self {
        case .intent(let intent): JournaledPath.components(intent.from, bytes: intent.fromBytes)
        case .sidecar(let intent): JournaledPath.components(intent.from, bytes: intent.fromBytes)
        case .removal(let intent): JournaledPath.components(intent.from, bytes: intent.fromBytes)
        case .quarantine(let intent): JournaledPath.components(intent.from, bytes: intent.fromBytes)
        case .outcome: nil
        }
    }
}
