import FactoryCore
import Logging

/// Shows on the board, and says in the log when it changes, whether the database has what was filed.
struct LedgerWatch: Sendable {
    let board: ProgressBoard
    let logger: Logger

    func note(_ report: RecordReport) {
        if report.recovery.caughtUp > 0 {
            logger.notice("applied \(report.recovery.caughtUp) filings of the journal to the database")
        }
        for trouble in report.recovery.troubles { logger.error("\(trouble)") }
        for damage in board.setDamages(report.damages) { logger.error("\(damage); filing goes on") }
        let notice = report.outage.map { "Filing without the database, which gets its rows later: \($0)" }
        guard board.setNotice(notice) else { return }
        if let notice { logger.warning("\(notice)") } else { logger.notice("the database is back and has all rows") }
    }
}
