import FactoryCore
import Logging
import Testing

@testable import librarian

@Suite("Patience with the database", .timeLimit(.minutes(1)))
struct DatabasePatienceTests {
    private let board = ProgressBoard(clock: SetClock())
    private let stop = StopSignal()

    private func patience(_ limit: Duration?) -> DatabasePatience {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return DatabasePatience(limit: limit, stop: stop, board: board, logger: logger)
    }

    private func error(_ code: String?) -> DatabaseError {
        DatabaseError(message: "away", sqlState: code.flatMap { SQLState($0) }, connectionLost: code == nil)
    }

    @Test("goes on when the database is back, and says meanwhile what it waits for")
    func waits() async throws {
        var (tries, notices) = (0, [String?]())
        let answer = try await patience(nil).wait {
            tries += 1
            notices.append(board.current.notice)
            if tries < 3 { throw error(nil) }
            return tries
        }
        #expect(answer == 3)
        #expect(notices == [nil, "Waiting for the database: away", "Waiting for the database: away"])
        #expect(board.current.notice == nil)
    }

    @Test("does not wait for what will not change, be it the database's or somebody else's")
    func stops() async throws {
        for failure in [error("42P01"), error("23505"), StartupError("no")] as [any Error] {
            var tries = 0
            await #expect(throws: (any Error).self) {
                try await patience(nil).wait {
                    tries += 1
                    throw failure
                }
            }
            #expect(tries == 1)
        }
    }

    @Test("ends when its time is over or the librarian is to stop")
    func limits() async throws {
        await #expect(throws: DatabaseError.self) { try await patience(.zero).wait { throw error(nil) } }
        stop.set()
        await #expect(throws: DatabaseError.self) { try await patience(nil).wait { throw error("57P01") } }
    }
}
