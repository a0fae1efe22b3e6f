import FoundationEssentials

/// What ExifTool says about one file: tags by "Group:Name", as `-G1 -n` has them.
struct ExifToolTags: Sendable, Hashable {
    private let values: [String: String]

    init(_ values: [String: String]) {
        self.values = values.filter { !$0.value.isEmpty }
    }

    /// Reads ExifTool's JSON: a list of one object. Nil for no answer at all, which is what it gives for a file that it
    /// cannot open.
    init?(json: [UInt8]) throws(ExifToolError) {
        guard json.contains(where: { $0 > UInt8(ascii: " ") }) else { return nil }
        guard let files = try? JSONDecoder().decode([[String: Value]].self, from: Data(json)), files.count == 1 else {
            throw .unreadable
        }
        self.init(files[0].compactMapValues(\.text))
    }

    /// The first that is there.
    func text(_ names: String...) -> String? {
        names.lazy.compactMap { values[$0] }.first
    }

    func number(_ name: String) -> Double? {
        values[name].flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
    }

    /// ExifTool writes what looks like a number as one, be it the text of a tag or not.
    private struct Value: Decodable {
        /// No date and no number is longer; nil for lists and objects too.
        private static let longest = 256
        let text: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self.text = text.utf8.count <= Self.longest ? text : nil
            } else if let number = try? container.decode(Int.self) {
                text = String(number)
            } else {
                text = (try? container.decode(Double.self)).map { String($0) }
            }
        }
    }
}
