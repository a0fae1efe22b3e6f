import FactoryCore
import Testing

@testable import librarian

@Suite("The pulse of a large file")
struct ProgressBoardPulseTests {
    @Test("counts as moving, and what hangs has none")
    func pulse() {
        let clock = SetClock()
        let board = ProgressBoard(clock: clock)
        board.setBusy(true)
        let start = clock.now
        clock.advance(by: .seconds(100))
        #expect(board.current.lastMove == start)
        board.pulse.beat()
        #expect(board.current.lastMove == start.adding(seconds: 100))
        clock.advance(by: .seconds(100))
        #expect(board.current.lastMove == start.adding(seconds: 100))
    }
}
