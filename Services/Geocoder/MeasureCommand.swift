import ArgumentParser
import FactoryCore

/// Says how fast this machine names places, for `Benchmarks/geocoder.sh`.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Say how fast this machine names places, without a database.",
        shouldDisplay: false)

    private static let lookups = 200_000

    func run() async throws {
        try await Program.run(Geocoder.stage.name) { _ in
            let begin = ContinuousClock.now
            let gazetteer = try GeocoderSettings(Settings(flags: [:])).gazetteer()
            let loading = ContinuousClock.now - begin
            let near = Self.rate(gazetteer, near: true)
            let anywhere = Self.rate(gazetteer, near: false)
            try StandardOutput.write(
                """
                {"places":\(gazetteer.count),"load_ms":\(Int(loading / .milliseconds(1))),"lookups_near":\(near),\
                "lookups_anywhere":\(anywhere)}
                """)
            return .done
        }
    }

    /// Lookups a second.
    ///
    /// - Parameter near: where people live and take photos; else all over the earth, which is mostly sea.
    private static func rate(_ gazetteer: Gazetteer, near: Bool) -> Int {
        let points = (0..<lookups).compactMap { _ -> GeoPoint? in
            let spread = near ? 0.1 : 0
            let home = near ? gazetteer.randomPosition() : (Double.random(in: -90...90), Double.random(in: -180...180))
            return GeoPoint(
                latitude: min(90, max(-90, home.0 + .random(in: -spread...spread))),
                longitude: min(180, max(-180, home.1 + .random(in: -spread...spread))))
        }
        let begin = ContinuousClock.now
        var named = 0
        for point in points where gazetteer.finding(at: point).place != nil { named += 1 }
        let seconds = (ContinuousClock.now - begin) / .seconds(1)
        // Used, so that no compiler leaves the lookups out.
        precondition(named <= points.count)
        return Int(Double(points.count) / seconds)
    }
}
