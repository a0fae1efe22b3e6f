import ArgumentParser
import FactoryCore

/// Says how a position is called, without a database: for whoever doubts a name.
struct WhereCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "where", abstract: "Say how a position is called, such as: geocoder where -- 48.8566 2.3522")

    @Argument(help: "Degrees north of the equator; negative ones after --.")
    var latitude: Double

    @Argument(help: "Degrees east of Greenwich.")
    var longitude: Double

    func run() async throws {
        try await Program.run(Geocoder.stage.name) { _ in
            guard let point = GeoPoint(latitude: latitude, longitude: longitude) else {
                throw StartupError("\(latitude), \(longitude) is no place on earth")
            }
            let gazetteer = try GeocoderSettings(Settings(flags: [:])).gazetteer()
            try StandardOutput.write(gazetteer.finding(at: point).sentence)
            return .done
        }
    }
}
