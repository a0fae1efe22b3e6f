import FactoryCore

/// A copy that is to be made, or to be looked at again.
struct WantedCopy: Sendable, Hashable {
    let asset: String
    /// Below `Originals`, as the lists have it.
    let path: String
    let fingerprint: Fingerprint
    /// In bytes.
    let size: Int
}

extension WantedCopy {
    /// - Throws: `WorkFailure` for a place that no list can hold.
    init(_ asset: ClaimedAsset) throws(WorkFailure) {
        guard let path = LedgerPath.belowOriginals(asset.finalPath) else {
            throw WorkFailure("its place, \(asset.finalPath), is not below Originals", isPassing: false)
        }
        self.init(
            asset: asset.id, path: try NameRules.listed(path), fingerprint: asset.fingerprint, size: asset.size)
    }

    init(_ copy: ProvenCopy) {
        self.init(asset: copy.asset, path: copy.path, fingerprint: copy.fingerprint, size: copy.size)
    }
}
