import FactoryCore
import HTTPTypes
import Hummingbird
import Logging
import TestSupport

@testable import dashboard_api

/// The API without a socket: requests go through its router as those of a browser do.
struct TestAPI {
    let responder: RouterResponder<WebContext>

    init(_ environment: [String: String]) throws {
        let settings = try DashboardSettings(Settings(flags: [:], environment: environment))
        responder = Dashboard(settings, clock: SystemClock(), logger: Self.logger).responder()
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> TestAnswer {
        try await send("GET", path, headers)
    }

    func send(
        _ method: String, _ path: String, _ headers: [String: String] = [:], body: String = "",
        host: String? = "localhost"
    ) async throws -> TestAnswer {
        var fields = HTTPFields()
        if !body.isEmpty { fields[.contentType] = "application/json" }
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        guard let method = HTTPTypes.HTTPRequest.Method(method) else { throw SupportError("\(method) is no method") }
        let head = HTTPTypes.HTTPRequest(
            method: method, scheme: "http", authority: host, path: path, headerFields: fields)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        let response = try await responder.respond(
            to: request, context: WebContext(logger: Self.logger, address: "192.0.2.1"))
        return try await TestAnswer(response)
    }

    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

/// Lends an API on a database of its own, and the folders of an installation.
func withAPI<Result>(
    _ settings: [String: String] = [:],
    _ body: (TestAPI, ScratchDatabase, TestFolder) async throws -> Result
) async throws -> Result {
    try await withScratchDatabase { database in
        try await withTemporaryFolder { folder in
            try folder.folder("Photos_Inbox")
            try folder.folder("Storage")
            let environment = database.environment.merging(["FACTORY_ROOT": folder.path]) { $1 }
            return try await body(TestAPI(environment.merging(settings) { $1 }), database, folder)
        }
    }
}
