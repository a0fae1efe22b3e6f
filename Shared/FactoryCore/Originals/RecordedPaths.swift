/// The places that rows name, those of sidecars included, by 64 bits of each, in order: a million of them take 8 megabytes.
///
/// Two places of a million have the same 64 bits once in forty million libraries; a file without a row is not noticed
/// then.
package struct RecordedPaths {
    private static let pageSize = 1000

    private var hashes: [UInt64] = []

    /// Reads all rows.
    package init(_ ledger: LedgerView) async throws {
        hashes.reserveCapacity(try await ledger.count())
        var last: String?
        repeat {
            let page = try await ledger.page(after: last, limit: Self.pageSize)
            for row in page {
                if let path = LedgerPath.belowOriginals(row.finalPath) { hashes.append(Self.hash(path)) }
            }
            last = page.last?.id
        } while last != nil
        var place = ""
        while case let page = try await ledger.sidecars(after: place, limit: Self.pageSize), let last = page.last {
            for sidecar in page {
                if let path = OriginalPath(text: sidecar.place)?.relative { hashes.append(Self.hash(path)) }
            }
            place = last.place
        }
        hashes.sort()
    }

    package func contain(_ path: RelativePath) -> Bool {
        let wanted = Self.hash(path)
        var (low, high) = (0, hashes.count)
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < hashes.count && hashes[low] == wanted
    }

    private static func hash(_ path: RelativePath) -> UInt64 {
        UInt64(truncatingIfNeeded: path.components.hashValue)
    }
}
