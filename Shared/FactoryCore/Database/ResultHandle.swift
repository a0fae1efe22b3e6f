import CLibPQ

/// The one owner of a `PGresult`.
struct ResultHandle: ~Copyable {
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }

    /// The error that this result stands for, or nil when the statement succeeded.
    func error(connectionLost: Bool) -> DatabaseError? {
        switch status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY, PGRES_PIPELINE_SYNC: return nil
        default: break
        }
        let state = field(diag_sqlstate).flatMap { SQLState($0) }
        let primary = field(diag_message_primary) ?? String(cString: PQresultErrorMessage(pointer))
        let detail = field(diag_message_detail).map { " (\($0))" } ?? ""
        return DatabaseError(
            message: ServerMessage.oneLine(primary + detail), sqlState: state,
            connectionLost: connectionLost || state == nil)
    }

    /// Lends each row to `body`, in order.
    func forEachRow(_ body: (borrowing Row) throws -> Void) rethrows {
        for index in 0..<PQntuples(pointer) {
            try body(Row(result: pointer, index: index))
        }
    }

    /// Rows inserted, updated or deleted by the statement.
    var affectedRows: Int {
        Int(String(cString: PQcmdTuples(pointer))) ?? 0
    }

    private func field(_ code: Int) -> String? {
        PQresultErrorField(pointer, Int32(code)).map { String(cString: $0) }
    }
}
