import FactoryCore
import Glibc

/// The earth as a sphere with the radius 1, on which there are neither poles nor a date line.
enum Sphere {
    /// The mean radius of the earth in kilometres (IUGG).
    private static let radius = 6371.0088

    /// As far as two places can be from each other, in kilometres.
    static let halfway = radius * Double.pi

    static func vector(_ point: GeoPoint) -> SIMD3<Double> {
        vector(latitude: point.latitude, longitude: point.longitude)
    }

    /// - Parameters: in degrees.
    static func vector(latitude: Double, longitude: Double) -> SIMD3<Double> {
        let (north, east) = (latitude * .pi / 180, longitude * .pi / 180)
        let ring = cos(north)
        return SIMD3(ring * cos(east), ring * sin(east), sin(north))
    }

    /// The way over ground between the ends of a straight line through the sphere.
    static func kilometers(chord: Double) -> Double {
        2 * radius * asin(min(1, chord / 2))
    }

    /// The straight line between two places so far from each other over ground.
    static func chord(_ kilometers: Double) -> Double {
        2 * sin(kilometers / radius / 2)
    }
}
