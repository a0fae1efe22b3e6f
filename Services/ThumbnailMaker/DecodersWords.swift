/// What libvips and the libraries below it complain about, for a person.
enum DecodersWords {
    private static let limit = 300

    /// - Parameter text: a line for each complaint.
    static func sentence(_ text: String) -> String {
        let lines = text.split(separator: "\n")
        // Where somebody wanted to read on behind the end; with the file's whole path before it.
        let others = lines.filter { !$0.contains(": bad seek to ") }
        var told: [Substring] = []
        for line in others where !told.contains(line) { told.append(line) }
        if told.contains(where: { $0.lowercased().contains("memory") }) {
            return "decoding it takes more memory than is allowed (\(told[0].prefix(limit)))"
        }
        guard !told.isEmpty else {
            return lines.isEmpty ? "it is damaged and cannot be decoded" : "it is cut off and cannot be decoded"
        }
        return "it cannot be decoded: \(told.prefix(3).joined(separator: "; ").prefix(limit))"
    }
}
