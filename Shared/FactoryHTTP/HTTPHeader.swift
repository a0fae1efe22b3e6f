/// One header of a request.
public struct HTTPHeader: Sendable, Hashable {
    /// A token of HTTP, such as `Content-Type`.
    public let name: String
    /// One line of text.
    public let value: String

    /// What HTTP cannot carry is refused when the request is sent.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Whether this is one line: a value with a line break in it would begin another header.
    var isSound: Bool {
        !name.isEmpty && name.utf8.allSatisfy(Self.isTokenByte)
            && !value.utf8.contains { $0 == 0 || $0 == 10 || $0 == 13 }
    }

    /// As libcurl takes it, where a colon without a value removes the header and a semicolon sends it empty.
    var line: String { value.isEmpty ? "\(name);" : "\(name): \(value)" }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
