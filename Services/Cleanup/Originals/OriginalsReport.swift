import FactoryCore
import Logging

/// Holds Originals and ledger against each other by names alone: quick, and without touching anything. What the bytes are
/// worth is for `librarian verify`.
struct OriginalsReport: Sendable {
    private static let pageSize = 1000
    /// As many unknown files as are kept before they are looked at again.
    private static let mostKept = 10_000
    /// When so many rows have been looked at and no file was there, it is hardly the files that are wrong.
    private static let fewestRows = 20
    /// A file that was moved within this time may not have its row yet.
    private static let grace: Duration = .seconds(600)

    let ledger: LedgerView
    /// `STORAGE`, for messages and to look below.
    let storage: String
    let clock: any WallClock
    let stop: StopSignal
    /// Told each finding, one line with what to do.
    let logger: Logger

    /// - Throws: `StartupError` when Storage is not there or not the one that the ledger tells of, `DatabaseError`.
    func run() async throws -> OriginalsFindings {
        var findings = OriginalsFindings()
        guard let originals = try await originals() else { return findings }
        try await lookForFiles(below: originals, &findings)
        try await lookForSidecars(below: originals, &findings)
        try await lookForRows(below: originals, &findings)
        return findings
    }

    /// Nil before the first photo was filed.
    private func originals() async throws -> Folder? {
        let rows = try await ledger.count()
        do throws(FileError) {
            let originals = try Folder.open(storage).folder(Array(Originals.folderName.utf8))
            if try FolderListing(originals).next() != nil || rows == 0 { return originals }
        } catch {
            guard rows == 0, error.isMissing else { throw StartupError("STORAGE: \(error)") }
            return nil
        }
        throw StartupError("STORAGE (\(storage)) has no originals, but the ledger has \(rows) rows: is it mounted?")
    }

    private func lookForFiles(below originals: Folder, _ findings: inout OriginalsFindings) async throws {
        var (last, looked): (String?, Int) = (nil, 0)
        while !stop.isSet, case let page = try await ledger.page(after: last, limit: Self.pageSize), !page.isEmpty {
            let gone = page.filter { !isThere($0.finalPath, below: originals) }
            looked += page.count
            if looked == gone.count, looked >= Self.fewestRows {
                throw StartupError(
                    "none of the first \(looked) originals of the ledger is in STORAGE (\(storage)): is the right one mounted?"
                )
            }
            // Meanwhile a librarian may have healed or moved it.
            for row in gone {
                guard let now = try await ledger.row(row.id), !isThere(now.finalPath, below: originals) else {
                    continue
                }
                findings.gone += 1
                tell("\(now.finalPath) is gone; put a copy into the inbox, and it takes its place again")
            }
            last = page.last?.id
        }
    }

    private func lookForSidecars(below originals: Folder, _ findings: inout OriginalsFindings) async throws {
        var last = ""
        while !stop.isSet, case let page = try await ledger.sidecars(after: last, limit: Self.pageSize),
            let end = page.last
        {
            for sidecar in page {
                guard let path = OriginalPath(text: sidecar.place)?.relative, !isThere(path, below: originals) else {
                    continue
                }
                findings.gone += 1
                tell("\(originals.path)/\(sidecar.place) is gone; put a copy into the inbox beside its photo")
            }
            last = end.place
        }
    }

    private func lookForRows(below originals: Folder, _ findings: inout OriginalsFindings) async throws {
        let recorded = try await RecordedPaths(ledger)
        var walk = FileWalk(originals, enters: StrayRules.enters)
        var strays: [RelativePath] = []
        while !stop.isSet, let visit = walk.next({ !recorded.contain($0) }) {
            if let problem = visit.problem {
                findings.unread += 1
                tell("\(problem); check the disk")
            }
            strays += visit.files.filter { StrayRules.needsRow($0.name) }
            if strays.count >= Self.mostKept { try await name(&strays, below: originals, &findings) }
        }
        try await name(&strays, below: originals, &findings)
    }

    /// Names those that still have no row, and forgets them all.
    private func name(
        _ strays: inout [RelativePath], below originals: Folder, _ findings: inout OriginalsFindings
    ) async throws {
        defer { strays = [] }
        guard !strays.isEmpty, !stop.isSet else { return }
        let recorded = try await RecordedPaths(ledger)
        let latest = clock.now.adding(.zero - Self.grace)
        for path in strays where !recorded.contain(path) {
            guard let stamp = try? originals.folder(path.folders).stamp(path.name), stamp.changed < latest else {
                continue
            }
            findings.unknown += 1
            tell(
                """
                \(originals.path)/\(path.text) is unknown to the ledger; 'librarian rebuild' records it if it stands in \
                the folder of a day, else move it to the inbox
                """)
        }
    }

    private func tell(_ finding: String) {
        logger.warning("\(finding)")
    }

    private func isThere(_ finalPath: String, below originals: Folder) -> Bool {
        LedgerPath.belowOriginals(finalPath).map { isThere($0, below: originals) } ?? false
    }

    /// What cannot be looked at is not said to be gone.
    private func isThere(_ path: RelativePath, below originals: Folder) -> Bool {
        do throws(FileError) {
            return try originals.folder(path.folders).stamp(path.name) != nil
        } catch {
            return !error.isMissing
        }
    }
}
