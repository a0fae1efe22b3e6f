import Foundation
import TestSupport

/// The description of the API, and what of JSON Schema it uses.
struct ContractSchema {
    private let document: [String: Any]

    init(_ bytes: [UInt8]) throws {
        guard let document = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
            throw SupportError("the description is no object")
        }
        self.document = document
    }

    /// "GET /path" of all operations.
    var operations: Set<String> {
        let paths = document["paths"] as? [String: [String: Any]] ?? [:]
        return Set(paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
    }

    /// What is wrong with an answer; nothing when all is well.
    ///
    /// - Parameter path: as the description has it, such as `/api/v1/assets/{id}`.
    func faults(of answer: TestAnswer, to method: String, _ path: String) throws -> [String] {
        let responses = try at("paths", path, method.lowercased(), "responses")
        guard let response = responses["\(answer.status)"] as? [String: Any] else {
            return ["the status \(answer.status) is not described"]
        }
        guard let content = response["content"] as? [String: Any] else {
            return answer.body.isEmpty ? [] : ["there should be no body"]
        }
        let type = String(answer["content-type"]?.prefix { $0 != ";" } ?? "")
        guard let described = (content[type] ?? content["*/*"]) as? [String: Any] else {
            return ["the type \(type) is not described"]
        }
        guard type.hasSuffix("json"), let schema = described["schema"] as? [String: Any] else { return [] }
        let value = try JSONSerialization.jsonObject(with: Data(answer.body), options: .fragmentsAllowed)
        return try faults(value, schema, place: "")
    }

    private func at(_ path: String...) throws -> [String: Any] {
        try path.reduce(document) { object, name in
            guard let next = object[name] as? [String: Any] else { throw SupportError("\(path) is not described") }
            return next
        }
    }

    private func faults(_ value: Any, _ schema: [String: Any], place: String) throws -> [String] {
        if let name = schema["$ref"] as? String {
            let parts = name.dropFirst(2).split(separator: "/").map { String($0) }
            return try self.faults(value, try at(parts[0], parts[1], parts[2]), place: place)
        }
        if let choices = schema["oneOf"] as? [[String: Any]] {
            let all = try choices.map { try self.faults(value, $0, place: place) }
            return all.contains { $0.isEmpty } ? [] : all.first ?? []
        }
        guard Self.types(schema).contains(where: { Self.fits(value, $0) }) else {
            return ["\(place): \(value) is not of type \(Self.types(schema))"]
        }
        var found = Self.limits(value, schema).map { "\(place): \($0)" }
        if let object = value as? [String: Any], let properties = schema["properties"] as? [String: [String: Any]] {
            let required = Set(schema["required"] as? [String] ?? [])
            found += required.subtracting(object.keys).map { "\(place)/\($0) is missing" }
            for (name, member) in object {
                if let described = properties[name] {
                    found += try self.faults(member, described, place: "\(place)/\(name)")
                } else if schema["additionalProperties"] as? Bool == false {
                    found.append("\(place)/\(name) is not described")
                }
            }
        }
        if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
            for (index, element) in list.enumerated() {
                found += try self.faults(element, items, place: "\(place)/\(index)")
            }
        }
        return found
    }

    private static func types(_ schema: [String: Any]) -> [String] {
        (schema["type"] as? String).map { [$0] } ?? schema["type"] as? [String] ?? []
    }

    private static func fits(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "null": value is NSNull
        case "string": value is String
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "boolean": isBoolean(value)
        case "integer": !isBoolean(value) && value is Int
        case "number": !isBoolean(value) && value is NSNumber
        default: false
        }
    }

    private static func isBoolean(_ value: Any) -> Bool {
        (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    }

    private static func limits(_ value: Any, _ schema: [String: Any]) -> [String] {
        var faults: [String] = []
        if let words = schema["enum"] as? [Any], !words.contains(where: { "\($0)" == "\(value)" }) {
            faults.append("\(value) is none of \(words)")
        }
        if let number = (value as? NSNumber)?.doubleValue {
            if let least = schema["minimum"] as? Double, number < least { faults.append("\(number) is too small") }
            if let most = schema["maximum"] as? Double, number > most { faults.append("\(number) is too large") }
        }
        if let list = value as? [Any] {
            if let least = schema["minItems"] as? Int, list.count < least { faults.append("too few") }
            if let most = schema["maxItems"] as? Int, list.count > most { faults.append("too many") }
        }
        if let text = value as? String, let pattern = schema["pattern"] as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            faults.append("\(text) does not match \(pattern)")
        }
        return faults
    }
}
