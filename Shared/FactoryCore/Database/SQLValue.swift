/// A value of a statement, in the form in which it goes to the server.
enum SQLValue: Sendable, Hashable {
    case null
    /// As a person would write it.
    case text(String)
    /// As the server keeps it.
    case binary([UInt8])
}
