/// A five-character SQLSTATE, as PostgreSQL's appendix "Error Codes" lists them.
public struct SQLState: Sendable, Hashable, CustomStringConvertible {
    /// Five digits or capital letters.
    public let code: String

    /// Nil unless `code` is five digits or capital letters.
    public init?(_ code: some StringProtocol) {
        guard code.utf8.count == 5,
            code.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
        else { return nil }
        self.code = String(code)
    }

    /// The first two characters, which group the errors.
    public var errorClass: Substring { code.prefix(2) }

    public var description: String { code }
}
