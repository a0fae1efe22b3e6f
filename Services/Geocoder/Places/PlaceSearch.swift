/// What a search has found so far: the nearest point whatever its distance, and the nearest ones within a distance.
struct PlaceSearch {
    private let limit: Int
    /// The distance within which more than one is wanted, squared; so are all distances here.
    private let square: Double
    /// The nearest first; of two that are equally far away the one with the lower index.
    private(set) var found: [(index: Int, square: Double)] = []

    init(limit: Int, square: Double) {
        (self.limit, self.square) = (limit, square)
        found.reserveCapacity(limit + 1)
    }

    /// What is farther away than this is not wanted.
    var bound: Double {
        guard let first = found.first, let last = found.last else { return .infinity }
        if first.square > square { return first.square }
        return found.count == limit ? last.square : square
    }

    mutating func offer(_ index: Int, square distance: Double) {
        guard distance <= bound else { return }
        // One that was the nearest so far, but too far away to be one of several.
        if let first = found.first, first.square > square, distance <= square { found.removeAll(keepingCapacity: true) }
        if distance > square, let first = found.first {
            if (distance, index) < (first.square, first.index) { found[0] = (index, distance) }
            return
        }
        var place = found.count
        while place > 0, (distance, index) < (found[place - 1].square, found[place - 1].index) { place -= 1 }
        found.insert((index, distance), at: place)
        if found.count > limit { found.removeLast() }
    }
}
