/// Finds the nearest of many points: a k-d tree over vectors on the unit sphere, where the straight line between two points
/// grows with the way over ground.
///
/// It has no pointers: the point in the middle of a range divides it along its axis (Bentley, Multidimensional binary search
/// trees, 1975, in the order in which the file has them).
struct PlaceTree: Sendable {
    /// By how much what the file was sorted by may differ from what is computed here: it was rounded to 1e-9.
    private static let slack = 2e-9

    private let points: [SIMD3<Double>]
    private let axes: [UInt8]

    /// - Throws: `PlacesError` for a file that points to what is not there.
    init(_ places: PlacesFile) throws {
        var points: [SIMD3<Double>] = []
        var axes: [UInt8] = []
        points.reserveCapacity(places.count)
        axes.reserveCapacity(places.count)
        try places.forEachRecord { record in
            points.append(
                Sphere.vector(latitude: Double(record.latitude) / 1e5, longitude: Double(record.longitude) / 1e5))
            axes.append(record.axis)
        }
        (self.points, self.axes) = (points, axes)
    }

    /// The nearest point, and of those that are not farther away than `chord` the `limit` nearest.
    ///
    /// - Returns: the nearest first; nothing only when there are no points.
    func nearest(to target: SIMD3<Double>, limit: Int, within chord: Double) -> [NearPoint] {
        points.withUnsafeBufferPointer { points in
            axes.withUnsafeBufferPointer { axes in
                var search = PlaceSearch(limit: limit, square: chord * chord)
                Self.visit(0..<points.count, target, points, axes, &search)
                return search.found.map { NearPoint(index: $0.index, chord: $0.square.squareRoot()) }
            }
        }
    }

    private static func visit(
        _ range: Range<Int>, _ target: SIMD3<Double>, _ points: UnsafeBufferPointer<SIMD3<Double>>,
        _ axes: UnsafeBufferPointer<UInt8>, _ search: inout PlaceSearch
    ) {
        var range = range
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            let way = target - points[middle]
            search.offer(middle, square: (way * way).sum())
            let beyond = way[Int(axes[middle])]
            let (before, behind) = (range.lowerBound..<middle, middle + 1..<range.upperBound)
            visit(beyond < 0 ? before : behind, target, points, axes, &search)
            let gap = max(0, beyond.magnitude - slack)
            guard gap * gap <= search.bound else { return }
            range = beyond < 0 ? behind : before
        }
    }
}
