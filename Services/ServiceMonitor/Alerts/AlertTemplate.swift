import FactoryCore
import FoundationEssentials

/// A JSON text with places for what is told: `{title}`, `{message}`, `{service}`, `{light}` and `{time}`.
struct AlertTemplate: Sendable, Hashable {
    private let parts: [Part]

    private enum Part: Sendable, Hashable {
        case text(String)
        case place(Place)
    }

    private enum Place: String, CaseIterable, Sendable {
        case title, message, service, light, time
    }

    /// - Throws: `SettingsError` for `key` when the text knows other places, or is no JSON once they are filled.
    init(_ text: String, key: String) throws(SettingsError) {
        var parts: [Part] = []
        var rest = text[...]
        while let match = rest.firstMatch(of: #/\{([A-Za-z_]+)\}/#) {
            guard let place = Place(rawValue: String(match.output.1)) else {
                let known = Place.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
                throw SettingsError(key: key, reason: "holds \(match.output.0), but knows only: \(known)")
            }
            parts += [.text(String(rest[..<match.range.lowerBound])), .place(place)]
            rest = rest[match.range.upperBound...]
        }
        self.parts = parts + [.text(String(rest))]
        guard (try? JSONDecoder().decode(AnyJSON.self, from: Data(filled { _ in "a \"word\"\n" }.utf8))) != nil else {
            throw SettingsError(key: key, reason: "is no JSON once its places are filled in; they belong into quotes")
        }
    }

    /// The JSON that tells of an alert.
    func body(_ alert: Alert, _ message: AlertMessage, now: Timestamp) -> String {
        filled { place in
            switch place {
            case .title: message.title
            case .message: message.text
            case .service: alert.report.name
            case .light: alert.light.rawValue
            case .time: "\(now.sqlText.prefix(19).replacing(" ", with: "T"))Z"
            }
        }
    }

    private func filled(_ value: (Place) -> String) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .place(let place): String(JSONText.quoted(value(place)).dropFirst().dropLast())
            }
        }.joined()
    }
}
