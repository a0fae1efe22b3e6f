/// The sizes that are made, by the longest side in pixels.
public enum ThumbnailSize: Int, Sendable, CaseIterable {
    case grid = 256
    case screen = 1024

    /// The size of the thumbnail of a picture of these sizes in pixels, as displayed: its shape is kept, it is never enlarged,
    /// and no side is less than 1.
    public func fitted(width: Int, height: Int) -> (width: Int, height: Int) {
        let longest = max(width, height)
        guard longest > rawValue else { return (width, height) }
        let factor = Double(rawValue) / Double(longest)
        return (side(width, factor), side(height, factor))
    }

    private func side(_ pixels: Int, _ factor: Double) -> Int {
        max(1, Int((Double(pixels) * factor).rounded()))
    }
}
