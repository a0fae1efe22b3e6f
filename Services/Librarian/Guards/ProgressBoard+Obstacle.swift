import Logging

extension ProgressBoard {
    /// Shows an obstacle before anything has been filed, and logs it when it is news.
    func meet(_ obstacle: Obstacle, logger: Logger) {
        if setObstacle("Nothing is filed: \(obstacle)") { logger.error("nothing is filed: \(obstacle)") }
    }
}
