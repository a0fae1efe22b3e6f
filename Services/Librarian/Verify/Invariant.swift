import FactoryCore

/// The promise that the factory keeps, stated once: **each row of the ledger has its file with exactly its bytes, each
/// photo in Originals has its row, each sidecar that was filed likewise, each filing of a journal has a row, and each
/// content that arrived stands whole somewhere.**
///
/// `librarian verify` holds this against disk, ledger and journals; whoever else wants to know runs it.
enum Invariant {
    /// Of a row, by what stands at the place that it names.
    static func verdict(of row: RecordedOriginal, stored: StoredContent) -> Verdict {
        switch stored {
        case .nothing: .missing
        case .unreadable(let reason): .damaged(reason)
        case .content(let fingerprint, let size): verdict(of: row, fingerprint, size)
        }
    }

    /// Of a sidecar's row, by what stands at its place.
    static func verdict(of row: RecordedSidecar, stored: StoredContent) -> Verdict {
        switch stored {
        case .nothing: .missing
        case .unreadable(let reason): .damaged(reason)
        case .content(row.fingerprint, _): .ok
        case .content(let fingerprint, _):
            .damaged("its SHA-256 is \(fingerprint.hex), not \(row.fingerprint.hex)")
        }
    }

    /// Of a file in Originals, by whether a row names its place.
    static func verdict(ofFileWithRow hasRow: Bool) -> Verdict {
        hasRow ? .ok : .unrecorded
    }

    /// Of a content that was filed according to a journal.
    ///
    /// - Parameters:
    ///   - hasRow: whether the ledger knows the content.
    ///   - isStored: whether it stands at a place where a journal says that it was filed.
    static func verdict(ofFilingWithRow hasRow: Bool, isStored: Bool) -> Verdict {
        if hasRow { return .ok }
        return isStored ? .unrecorded : .missing
    }

    /// Of a content that is known to have arrived, by whether it stands whole somewhere.
    static func verdict(ofArrivalThatIsStored isStored: Bool) -> Verdict {
        isStored ? .ok : .lost
    }

    private static func verdict(of row: RecordedOriginal, _ fingerprint: Fingerprint, _ size: Int) -> Verdict {
        guard let expected = row.fingerprint else { return .damaged("its row has no SHA-256 to compare it with") }
        guard fingerprint == expected else { return .damaged("its SHA-256 is \(fingerprint.hex), not \(expected.hex)") }
        guard size == row.size else { return .damaged("it has \(size) bytes, and its row says \(row.size)") }
        return .ok
    }
}
