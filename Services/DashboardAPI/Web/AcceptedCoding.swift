/// Whether a client takes what is compressed (RFC 9110, 12.5.3).
enum AcceptedCoding {
    /// - Parameter header: `Accept-Encoding`; nil where it is absent, and then nothing is compressed.
    static func allowsGzip(_ header: String?) -> Bool {
        guard let header else { return false }
        var weights: [String: Double] = [:]
        for element in header.lowercased().split(separator: ",") {
            let parts = element.split(separator: ";").map { trimmed($0) }
            guard let name = parts.first else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
            // A weight that is none is a refusal.
            weights[name] = weight.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
        }
        let gzip = weights["gzip"] ?? weights["x-gzip"] ?? weights["*"] ?? 0
        return gzip > 0 && gzip >= weights["identity"] ?? 0
    }

    private static func trimmed(_ text: Substring) -> String {
        text.split { $0 == " " || $0 == "\t" }.joined()
    }
}
