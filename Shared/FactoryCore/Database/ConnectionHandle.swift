import CLibPQ

/// The one owner of a `PGconn`; closing it is forgetting it.
struct ConnectionHandle: ~Copyable {
    let pointer: OpaquePointer

    /// Starts a connection without waiting for the server.
    ///
    /// - Throws: `DatabaseError` when libpq is out of memory or the settings make no sense to it.
    init(starting keywords: [(keyword: String, value: String)]) throws(DatabaseError) {
        let names = CStrings(keywords.map(\.keyword) + [nil])
        let values = CStrings(keywords.map(\.value) + [nil])
        let started = names.withPointers { names in
            values.withPointers { values in PQconnectStartParams(names, values, 0) }
        }
        guard let started else { throw .lost("libpq had no memory for a connection") }
        pointer = started
        // With the SQLSTATE in the message a refused login can be told from a missing database in every language.
        PQsetErrorVerbosity(started, PQERRORS_VERBOSE)
        // Notices would be printed on standard error, between the lines of the log and in no format.
        PQsetNoticeProcessor(started, { _, _ in }, nil)
    }

    deinit {
        PQfinish(pointer)
    }

    /// What a server keeps of a password instead of it, as `CREATE ROLE … PASSWORD` takes it.
    ///
    /// - Throws: `DatabaseError` when libpq is out of memory or of random numbers.
    func verifier(ofPassword password: String, role: String) throws(DatabaseError) -> String {
        guard let text = PQencryptPasswordConn(pointer, password, role, "scram-sha-256") else {
            throw DatabaseError(
                message: "the password of \(role) could not be prepared: \(ServerMessage.parse(message).sentence)",
                sqlState: nil, connectionLost: false)
        }
        defer { PQfreemem(text) }
        return String(cString: text)
    }

    /// libpq's latest words about this connection.
    var message: String {
        String(cString: PQerrorMessage(pointer))
    }
}
