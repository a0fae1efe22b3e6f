import TestSupport
import Testing

/// Lends a factory whose first run is over, and the server that it depends on.
func withServedFactory(_ body: (Installation, OwnServer) async throws -> Void) async throws {
    try await withOwnServer { server in
        let database = try await server.makeDatabase("outage")
        try await withTemporaryFolder { root in
            let factory = Installation(
                root: root, inbox: try root.folder("Photos_Inbox"), storage: try root.folder("Storage"),
                database: database)
            #expect(try await factory.ingest().exitCode == 0)
            try await body(factory, server)
        }
    }
}
