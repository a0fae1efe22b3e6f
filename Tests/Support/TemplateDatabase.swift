internal import FactoryCore

/// The migrated database of which every test gets a clone: a clone costs a tenth of what the migrations do.
///
/// It is made when the first test asks, while the others wait. It goes away with its cluster.
actor TemplateDatabase {
    static let shared = TemplateDatabase()

    private var making: Task<String, any Error>?

    func name() async throws -> String {
        let task = making ?? Task { try await Self.make() }
        making = task
        return try await task.value
    }

    private static func make() async throws -> String {
        let database = try await ScratchDatabases.create(from: "template0")
        let connection = try await database.connect()
        try await Migrator(connection: connection).migrate()
        // Nobody may be connected to a template while it is copied.
        try await database.breakConnections()
        return database.name
    }
}
