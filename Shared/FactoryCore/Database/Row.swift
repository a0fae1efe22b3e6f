import CLibPQ
import FoundationEssentials

/// One row of a result, lent for the time of a closure: it cannot be kept, for its memory is libpq's.
/// Columns are counted from 0, in the order in which the statement names them.
public struct Row: ~Copyable {
    private let result: OpaquePointer
    private let index: Int32

    init(result: OpaquePointer, index: Int32) {
        self.result = result
        self.index = index
    }

    /// Whether the column holds no value.
    public func isNull(_ column: Int) -> Bool {
        PQgetisnull(result, index, Int32(column)) == 1
    }

    /// The column as PostgreSQL writes it.
    ///
    /// - Throws: `DatabaseError` for NULL.
    public func string(_ column: Int) throws(DatabaseError) -> String {
        guard let value = optionalString(column) else { throw unreadable(column, "NULL") }
        return value
    }

    /// The column as PostgreSQL writes it; nil for NULL.
    public func optionalString(_ column: Int) -> String? {
        isNull(column) ? nil : String(cString: PQgetvalue(result, index, Int32(column)))
    }

    /// - Throws: `DatabaseError` for NULL and for what is no whole number of this size; the others below likewise.
    public func int(_ column: Int) throws(DatabaseError) -> Int {
        try parsed(column) { Int($0) }
    }

    public func int64(_ column: Int) throws(DatabaseError) -> Int64 {
        try parsed(column) { Int64($0) }
    }

    public func bool(_ column: Int) throws(DatabaseError) -> Bool {
        try parsed(column) { ["t": true, "f": false][$0] }
    }

    /// A `TIMESTAMP` of a database that keeps UTC.
    public func timestamp(_ column: Int) throws(DatabaseError) -> Timestamp {
        try parsed(column) { Timestamp(sqlText: $0) }
    }

    /// 64 lower-case hexadecimal digits.
    public func fingerprint(_ column: Int) throws(DatabaseError) -> Fingerprint {
        try parsed(column) { Fingerprint(hex: $0) }
    }

    /// 32 lower-case hexadecimal digits.
    public func vaultID(_ column: Int) throws(DatabaseError) -> VaultID {
        try parsed(column) { VaultID(hex: $0) }
    }

    /// An array of texts that the statement turned into JSON.
    public func texts(_ column: Int) throws(DatabaseError) -> [String] {
        try parsed(column) { try? JSONDecoder().decode([String].self, from: Data($0.utf8)) }
    }

    private func parsed<Value>(_ column: Int, _ parse: (String) -> Value?) throws(DatabaseError) -> Value {
        let text = try string(column)
        guard let value = parse(text) else { throw unreadable(column, "'\(text)'") }
        return value
    }

    private func unreadable(_ column: Int, _ found: String) -> DatabaseError {
        let name = PQfname(result, Int32(column)).map { String(cString: $0) } ?? String(column)
        return DatabaseError(
            message:
                "the database answered \(found) in column \(name), where this program expects a value of another kind",
            sqlState: nil, connectionLost: false)
    }
}
