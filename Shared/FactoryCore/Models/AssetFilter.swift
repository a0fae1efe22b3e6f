/// Which assets a list holds.
public struct AssetFilter: Sendable, Hashable {
    /// Captured on this day or later.
    public let from: CivilDay?
    /// Captured on this day or earlier.
    public let to: CivilDay?
    /// Only those with errors.
    public let errorsOnly: Bool
    /// Part of the name, in capitals or not.
    public let text: String?
    /// Only those that were taken there.
    public let place: PlaceFilter?

    public init(
        from: CivilDay? = nil, to: CivilDay? = nil, errorsOnly: Bool = false, text: String? = nil,
        place: PlaceFilter? = nil
    ) {
        (self.from, self.to, self.errorsOnly, self.text, self.place) = (from, to, errorsOnly, text, place)
    }

    /// Whether an asset without a date may be among them.
    public var takesUndated: Bool { from == nil && to == nil }

    /// The text as a pattern of LIKE, in which its own signs mean themselves.
    var pattern: String {
        let escaped = (text ?? "").unicodeScalars.map { "\\%_".unicodeScalars.contains($0) ? "\\\($0)" : String($0) }
        return "%\(escaped.joined())%"
    }
}
