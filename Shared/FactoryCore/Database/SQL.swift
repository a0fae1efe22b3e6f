/// A statement whose interpolated values are bound as parameters, never spliced into the text.
///
///     "SELECT id FROM media_assets WHERE file_hash = \(hash)"
///
/// sends `… WHERE file_hash = $1` and the hash beside it. Text that is not a value can only enter through
/// `\(unsafe: …)`, so that a reader sees at once where it does.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// The statement as the server parses it, with `$1`, `$2`, … for the values.
    public let text: String

    /// What stands before, between and behind the values.
    private let pieces: [String]

    /// The values, in order.
    private(set) var parameters: [SQLValue]

    /// Whether the server is to keep its plan for the next time.
    private(set) var isKept = false

    /// The same, for what is asked again and again with other values: a connection has it planned once, as long as it lasts.
    public func kept() -> SQL {
        var statement = self
        statement.isKept = true
        return statement
    }

    public init(stringLiteral value: String) {
        text = value
        pieces = [value]
        parameters = []
    }

    public init(stringInterpolation interpolation: StringInterpolation) {
        pieces = interpolation.pieces
        parameters = interpolation.parameters
        text = pieces.dropFirst().enumerated().reduce(pieces[0]) { "\($0)$\($1.offset + 1)\($1.element)" }
    }

    /// PostgreSQL has no NUL in text, and libpq would silently end the value there. In arrays the server itself finds it.
    func checkValues() throws(DatabaseError) {
        guard parameters.contains(where: { if case .text(let text) = $0 { text.utf8.contains(0) } else { false } })
        else { return }
        throw DatabaseError(
            message: "a value for the database contains a NUL character", sqlState: SQLState("22021"),
            connectionLost: false)
    }

    /// Collects the text and the values of a statement while it is being written.
    public struct StringInterpolation: StringInterpolationProtocol {
        /// One more than there are parameters.
        var pieces = [""]
        var parameters: [SQLValue] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount + 1)
            parameters.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) {
            pieces[pieces.count - 1] += literal
        }

        /// Puts a part of a statement there, with its values.
        public mutating func appendInterpolation(_ part: SQL) {
            appendLiteral(part.pieces[0])
            for (piece, parameter) in zip(part.pieces.dropFirst(), part.parameters) {
                bind(parameter)
                appendLiteral(piece)
            }
        }

        /// Binds `value` as the next parameter.
        public mutating func appendInterpolation(_ value: some SQLBindable) {
            bind(.text(value.sqlText))
        }

        /// Binds `value` as the next parameter; nil is NULL.
        public mutating func appendInterpolation(_ value: (some SQLBindable)?) {
            bind(value.map { .text($0.sqlText) } ?? .null)
        }

        /// Binds `array` as the next parameter.
        public mutating func appendInterpolation(_ array: SQLArray) {
            bind(.binary(array.bytes))
        }

        /// Splices `raw` into the statement as it is. Only for text that this program wrote itself.
        public mutating func appendInterpolation(unsafe raw: String) {
            appendLiteral(raw)
        }

        private mutating func bind(_ value: SQLValue) {
            parameters.append(value)
            pieces.append("")
        }
    }
}
