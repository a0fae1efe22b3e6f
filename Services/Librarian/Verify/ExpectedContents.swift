import FactoryCore

/// Contents that are known to have arrived, and have not been found yet.
struct ExpectedContents: Sendable {
    /// With the name that the list gives them.
    private(set) var missing: [Fingerprint: String]

    /// Reads a list as `sha256sum` writes it: 64 hexadecimal digits and a name on each line, or the digits alone.
    ///
    /// - Parameters:
    ///   - list: the list's bytes.
    ///   - path: of the list, for the message.
    /// - Throws: `StartupError` that names the line which is none.
    init(_ list: [UInt8], path: String) throws(StartupError) {
        missing = [:]
        for (index, line) in list.split(separator: 10, omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && line != [13] {
            guard let (fingerprint, name) = Self.entry(line) else {
                throw StartupError(
                    "\(path) is no list of SHA-256 sums: line \(index + 1) does not begin with 64 hexadecimal digits; "
                        + "make it with sha256sum")
            }
            missing[fingerprint] = name
        }
    }

    /// No contents.
    init() {
        missing = [:]
    }

    /// Takes note that a content stands whole somewhere.
    mutating func found(_ fingerprint: Fingerprint?) {
        if let fingerprint, !missing.isEmpty { missing[fingerprint] = nil }
    }

    /// sha256sum puts a backslash before lines whose name it had to escape.
    private static func entry(_ line: ArraySlice<UInt8>) -> (Fingerprint, String)? {
        let line = line.first == UInt8(ascii: "\\") ? line.dropFirst() : line
        let digits = String(decoding: line.prefix(64), as: UTF8.self).lowercased()
        let rest = line.dropFirst(64)
        guard let fingerprint = Fingerprint(hex: digits), rest.first.map({ [13, 32].contains($0) }) ?? true else {
            return nil
        }
        let name = rest.drop { [32, 42].contains($0) }.filter { $0 != 13 }
        return (fingerprint, FileName.text(Array(name)))
    }
}
