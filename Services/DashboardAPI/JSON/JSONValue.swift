import FactoryCore

/// A JSON document under construction. Unlike what `Encodable` makes by itself it says `null` where there is nothing, as
/// the contract wants it, and keeps its members in the order in which they are given.
indirect enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([(name: String, value: JSONValue)])

    /// Null for nil.
    static func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }

    /// Null for nil.
    static func integer(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }

    /// In degrees; null for nil.
    static func position(_ value: GeoPoint?) -> JSONValue {
        value.map { ["lat": .number($0.latitude), "lon": .number($0.longitude)] } ?? .null
    }

    /// "YYYY-MM-DDTHH:MM:SSZ".
    static func time(_ value: Timestamp) -> JSONValue { .text(JSONTime.text(value)) }

    /// The document as UTF-8.
    var bytes: [UInt8] {
        var text = ""
        write(to: &text)
        return Array(text.utf8)
    }

    /// The same without the members of these names, however deep they are.
    func without(_ names: Set<String>) -> JSONValue {
        switch self {
        case .list(let elements): .list(elements.map { $0.without(names) })
        case .object(let members):
            .object(members.filter { !names.contains($0.name) }.map { ($0.name, $0.value.without(names)) })
        default: self
        }
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.isFinite ? "\(value)" : "null"
        case .text(let value): text += JSONText.quoted(value)
        case .list(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                element.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                text += index > 0 ? ",\(JSONText.quoted(member.name)):" : "\(JSONText.quoted(member.name)):"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByNilLiteral {
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { (name: $0.0, value: $0.1) })
    }

    init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

    init(nilLiteral: ()) { self = .null }
}

extension JSONValue: ExpressibleByStringLiteral {
    init(stringLiteral value: String) { self = .text(value) }
}
