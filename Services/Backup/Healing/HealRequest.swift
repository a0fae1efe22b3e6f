import FactoryCore

/// What somebody wants healed: a content by its hash, or an original by its place.
enum HealRequest: Sendable, Hashable {
    case hash(Fingerprint)
    /// Below `Originals`.
    case path(String)

    /// - Parameter text: 64 hexadecimal digits, or a path that ends as one below Originals does.
    /// - Returns: nil for neither.
    init?(_ text: String) {
        if let hash = Fingerprint(hex: text.lowercased()) {
            self = .hash(hash)
            return
        }
        if let path = OriginalPath(text: text) {
            self = .path(path.text)
            return
        }
        guard let path = LedgerPath.belowOriginals(text) else { return nil }
        self = .path(path.text)
    }
}
