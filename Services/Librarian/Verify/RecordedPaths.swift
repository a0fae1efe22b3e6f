import FactoryCore

/// The places that rows name, by 64 bits of each: a million of them take 16 megabytes.
///
/// Two places of a million have the same 64 bits once in forty million libraries; a file without a row is not noticed then.
struct RecordedPaths {
    private static let pageSize = 5000

    private var hashes: Set<UInt64> = []

    /// Reads all rows.
    init(_ ledger: LedgerView) async throws {
        hashes.reserveCapacity(try await ledger.count())
        var last: String?
        repeat {
            let page = try await ledger.page(after: last, limit: Self.pageSize)
            for row in page {
                if let path = LedgerPath.belowOriginals(row.finalPath) { hashes.insert(Self.hash(path)) }
            }
            last = page.last?.id
        } while last != nil
    }

    func contain(_ path: RelativePath) -> Bool {
        hashes.contains(Self.hash(path))
    }

    private static func hash(_ path: RelativePath) -> UInt64 {
        UInt64(truncatingIfNeeded: path.components.hashValue)
    }
}
