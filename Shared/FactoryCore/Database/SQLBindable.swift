/// A value that can be bound to a statement: it knows its PostgreSQL text form.
public protocol SQLBindable: Sendable {
    /// The value in PostgreSQL's text format.
    var sqlText: String { get }
}

extension String: SQLBindable {
    public var sqlText: String { self }
}

extension Int: SQLBindable {
    public var sqlText: String { String(self) }
}

extension Int64: SQLBindable {
    public var sqlText: String { String(self) }
}

extension Bool: SQLBindable {
    public var sqlText: String { self ? "t" : "f" }
}

extension Timestamp: SQLBindable {}

extension CivilTime: SQLBindable {}
