import FactoryCore
import Testing

@testable import librarian

@Suite("The board of progress")
struct ProgressBoardTests {
    private let clock = SetClock()

    @Test("adds up what is told")
    func adds() throws {
        let board = ProgressBoard(clock: clock)
        let path = try #require(RelativePath("a"))
        board.add(PassEvents(seen: 2))
        board.add(PassEvents(settled: [SettledFile(path: path, stamp: nil, outcome: .filed(7))]))
        board.add(PassEvents(corrections: [Correction(told: .filed(7), holds: .trouble("no"))]))
        let tally = board.current.tally
        #expect(tally.seen == 2 && tally.filed == 0 && tally.troubles == 1 && tally.pending == 1 && tally.bytes == 0)
    }

    @Test("knows when a file last had its turn; seeing one is none")
    func lastMove() throws {
        let board = ProgressBoard(clock: clock)
        let start = clock.now
        clock.advance(by: .seconds(5))
        board.add(PassEvents(seen: 1))
        #expect(board.current.lastMove == start)
        let path = try #require(RelativePath("a"))
        board.add(PassEvents(settled: [SettledFile(path: path, stamp: nil, outcome: .vanished)]))
        #expect(board.current.lastMove == clock.now)
        clock.advance(by: .seconds(5))
        board.setBusy(true)
        #expect(board.current.isBusy && board.current.lastMove == clock.now)
    }

    @Test("shows obstacle and notice until they are taken away")
    func notices() {
        let board = ProgressBoard(clock: clock)
        #expect(board.setObstacle("full"))
        #expect(!board.setObstacle("full"), "what stays as it was is no news")
        #expect(board.setNotice("waiting"))
        #expect(!board.setNotice("waiting still"), "it is the same trouble")
        #expect(board.setNotice(nil) && board.setNotice("waiting"))
        #expect(board.current.obstacle == "full" && board.current.notice == "waiting")
        #expect(board.setObstacle(nil))
        #expect(!board.setObstacle(nil))
        #expect(board.setNotice(nil))
        #expect(board.current.obstacle == nil && board.current.notice == nil)
    }
}
