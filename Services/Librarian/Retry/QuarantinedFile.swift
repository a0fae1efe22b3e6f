import FactoryCore

/// A file that came through the inbox, had no place, and is in the quarantine still.
struct QuarantinedFile: Sendable {
    let place: QuarantinePath
    /// As it was in the inbox, byte by byte.
    let formerName: [UInt8]
    let stamp: FileStamp

    /// Below the quarantine.
    var path: RelativePath? {
        RelativePath(components: [place.day.description, place.name].map { Array($0.utf8) })
    }

    /// All of them, by the journals of a storage, in the order in which they came.
    ///
    /// - Throws: `FileError` when a journal or the quarantine cannot be read.
    static func all(in storage: Folder) throws -> [QuarantinedFile] {
        let quarantine = Quarantine(storage: storage)
        var known: Set<QuarantinePath> = []
        return try intents(in: storage).compactMap { intent in
            guard let place = QuarantinePath(text: intent.to), known.insert(place).inserted,
                let stamp = try quarantine.stamp(of: place),
                let name = JournaledPath.components(intent.from, bytes: intent.fromBytes)?.last
            else { return nil }
            return QuarantinedFile(place: place, formerName: name, stamp: stamp)
        }
    }

    /// Those that were carried out, of files for which there was no place.
    private static func intents(in storage: Folder) throws -> [QuarantineIntent] {
        var intents: [QuarantineIntent] = []
        for book in try JournalBook.all(in: storage) {
            var replay = JournalReplay()
            for segment in try book.segments() {
                for deed in replay.take(try book.scan(segment).found) {
                    if case .quarantine(let intent) = deed.event, intent.cause == .unplaceable {
                        intents.append(intent)
                    }
                }
            }
        }
        return intents
    }
}
