import FactoryCore
import Logging
import Testing

@testable import migrate

@Suite("A database that is starting is waited for")
struct DatabaseWaitTests {
    private let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }

    private static func error(_ state: String?) -> DatabaseError {
        DatabaseError(message: "no", sqlState: state.flatMap { SQLState($0) }, connectionLost: state == nil)
    }

    @Test("until it answers")
    func answers() async throws {
        var tries = 0
        let answer = try await DatabaseWait(logger: quiet).open {
            tries += 1
            // No connection, then one to a server that is starting.
            if tries < 3 { throw Self.error([nil, "57P03"][tries - 1]) }
            return tries
        }
        #expect(answer == 3)
    }

    @Test("but not for ever")
    func limit() async {
        let wait = DatabaseWait(logger: quiet, limit: .seconds(2))
        let error = await #expect(throws: StartupError.self) { try await wait.open { throw Self.error(nil) } as Int }
        #expect(error?.description == "the database did not answer within 2 seconds: no")
    }

    @Test("and not when that changes nothing", arguments: ["28P01", "3D000"])
    func refusal(state: String) async {
        var tries = 0
        await #expect(throws: DatabaseError.self) {
            try await DatabaseWait(logger: quiet).open {
                tries += 1
                throw Self.error(state)
            } as Int
        }
        #expect(tries == 1)
    }
}
