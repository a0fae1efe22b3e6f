/// A point that was looked for, and how far away it is: in a straight line, on a sphere with the radius 1.
struct NearPoint: Sendable, Hashable {
    let index: Int
    let chord: Double
}
