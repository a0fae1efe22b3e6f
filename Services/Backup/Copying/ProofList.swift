/// What `rclone checksum --combined` says of each file.
struct ProofList: Sendable, Hashable {
    enum Finding: Sendable, Hashable {
        /// It was read, and is what it must be.
        case proven
        /// It was read, and is something else.
        case different
        /// It is not there.
        case missing
        /// It could not be read, or nothing was said.
        case unknown
    }

    private let findings: [[UInt8]: Finding]

    /// - Parameter output: a line for each file: a sign, a space, the path. Bytes are compared, for to a `String` two spellings
    ///   of a name are the same. What is said twice, and differently, is said not at all.
    init(_ output: [UInt8]) {
        var findings: [[UInt8]: Finding] = [:]
        for line in output.split(separator: 10) where line.count > 2 && line[line.startIndex + 1] == 32 {
            let finding: Finding =
                switch line[line.startIndex] {
                case UInt8(ascii: "="): .proven
                case UInt8(ascii: "*"): .different
                case UInt8(ascii: "+"): .missing
                default: .unknown
                }
            let path = Array(line.dropFirst(2))
            findings[path] = findings[path].map { $0 == finding ? finding : .unknown } ?? finding
        }
        self.findings = findings
    }

    subscript(path: String) -> Finding { findings[Array(path.utf8)] ?? .unknown }
}
