import Synchronization

/// What was told to the log.
final class ToldSentences: Sendable {
    private let list = Mutex<[String]>([])

    var all: [String] { list.withLock { $0 } }

    func add(_ sentence: String) {
        list.withLock { $0.append(sentence) }
    }
}
