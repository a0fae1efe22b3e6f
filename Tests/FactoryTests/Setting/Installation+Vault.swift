import FactoryCore
import TestSupport

extension Installation {
    /// The name of the file with the vault id, in inbox and Storage.
    static let idFile = ".photo-factory-vault"

    /// What database, Storage and inbox show, in this order; empty where they show nothing.
    func vaultIDs() async throws -> [String] {
        let database = try await database.connect().query("SELECT id FROM factory.vault") { try $0.string(0) }
        return try [database.first ?? "", Self.vaultID(in: storage), Self.vaultID(in: inbox)]
    }

    /// The first line of a folder's id file.
    static func vaultID(in folder: TestFolder) throws -> String {
        guard folder.holds(idFile) else { return "" }
        return String(decoding: try folder.read(idFile).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    /// Status and task of a service's last heartbeat; empty before the first.
    func heartbeat(of service: String = "librarian") async throws -> String {
        let states: SQL = "SELECT status || ' ' || current_task FROM system_status WHERE service_name = \(service)"
        return try await database.connect().query(states) { try $0.string(0) }.first ?? ""
    }

    /// Runs one statement in the factory's database.
    func change(_ statement: SQL) async throws {
        try await database.connect().execute(statement)
    }
}
