import FactoryCore

/// Finds out which files may be deleted on the phone, by reading every original again.
struct SafeToDeleteSurvey: Sendable {
    private static let pageSize = 500

    let shop: BackupWorkshop
    /// How long ago a copy may have been read back last; nil for any time.
    let age: Duration?

    /// - Throws: `DatabaseError`, `CancellationError`, `FileError` when Originals itself is not there.
    func run() async throws -> SafeToDelete {
        let target = shop.settings.target.name
        var report = SafeToDelete(target: target)
        var last: String?
        repeat {
            let statement = BackupsTable.page(after: last, limit: Self.pageSize, target: target)
            let page = try await shop.database.use {
                try await $0.query(statement) { (try BackupsTable.copy($0), try $0.string(6)) }
            }
            for (copy, path) in page where isYoung(copy) {
                if try await isIntact(copy) {
                    report.files.append(
                        SafeFile(
                            path: path, sha256: copy.fingerprint.hex, size: copy.size,
                            copyProvenAt: copy.verifiedAt.sqlText))
                } else {
                    report.leftOut.append(path)
                }
            }
            last = page.last?.0.asset
        } while last != nil
        return report
    }

    private func isYoung(_ copy: ProvenCopy) -> Bool {
        age.map { shop.clock.now.duration(since: copy.verifiedAt) <= $0 } ?? true
    }

    private func isIntact(_ copy: ProvenCopy) async throws -> Bool {
        do {
            return try await shop.reader.fingerprint(of: copy.path) == copy.fingerprint
        } catch let error as FileError where !error.isMissing {
            return false
        }
    }
}
