import FactoryCore

/// Each file in Originals has its row.
extension Verification {
    func checkFiles() async throws {
        let recorded = try await RecordedPaths(ledger)
        var walk = FileWalk(originals, after: progress.folder, enters: StrayRules.enters)
        while let visit = walk.next({ !recorded.contain($0) }) {
            let strays = visit.files.filter { StrayRules.needsRow($0.name) }
            for start in stride(from: 0, to: strays.count, by: Self.pageSize) {
                guard !stop.isSet else { throw Stopped() }
                try await check(Array(strays[start..<min(start + Self.pageSize, strays.count)]))
            }
            if let problem = visit.problem { note(.damaged("\(problem)"), "\(problem); check the disk") }
            reach { $0.pass(folder: visit.folder) }
            try pause("looking for files without a row")
        }
        reach { $0.begin(.journals) }
    }

    /// Files that had no row when the rows were read.
    private func check(_ paths: [RelativePath]) async throws {
        let contents = try await room.read(paths, below: originals)
        for content in contents { expected.found(content.fingerprint) }
        let all = zip(paths, contents).map { Stray(path: $0, content: $1) }
        let strays = try await withoutRow(all.filter { $0.content != .nothing })
        guard !strays.isEmpty else { return }
        let underWay = try await UnderWay(JournalBook.all(in: storage), ledger: ledger)
        // Asked again: what was under way a moment ago may have its row, or may have gone, by now.
        let left = try await withoutRow(strays.filter { !underWay.concerns($0.path) })
        let known = try await ledger.known(left.compactMap(\.content.fingerprint))
        for stray in left where isThere(stray.path) {
            note(Invariant.verdict(ofFileWithRow: false), finding(stray, known: known))
        }
    }

    private func withoutRow(_ strays: [Stray]) async throws -> [Stray] {
        let known = try await ledger.known(strays.compactMap(\.content.fingerprint))
        let sidecars = Set(try await ledger.sidecars(at: strays.map(\.path.text)).map { Array($0.place.utf8) })
        return strays.filter { stray in
            if sidecars.contains(stray.path.bytes) { return false }
            guard let fingerprint = stray.content.fingerprint, let place = known[fingerprint] else { return true }
            return LedgerPath.belowOriginals(place) != stray.path
        }
    }

    private func isThere(_ path: RelativePath) -> Bool {
        (try? originals.folder(path.folders).stamp(path.name)) != nil
    }

    private func finding(_ stray: Stray, known: [Fingerprint: String]) -> String? {
        let path = "\(originals.path)/\(stray.path.text)"
        if case .unreadable(let reason) = stray.content { return Finding.unreadable(path, reason) }
        if let original = stray.content.fingerprint.flatMap({ known[$0] }) {
            return Finding.copy(at: path, of: original)
        }
        return Finding.text(.unrecorded, at: path)
    }
}
