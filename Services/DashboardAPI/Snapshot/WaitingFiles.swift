import FactoryCore

/// How many files wait in the inboxes: the librarians' heartbeats alone tell it.
enum WaitingFiles {
    /// The sum of what all librarians say; nil where none of them has said it lately.
    static func count(_ services: [ServiceState], now: Timestamp) -> Int? {
        let numbers = services.filter { $0.name == "librarian" || $0.name.hasPrefix("librarian@") }
            .filter { service in
                // What somebody said who has been silent since is not known to be so.
                guard let beat = service.heartbeat else { return false }
                return LightRules.light(age: now.duration(since: beat.time), interval: service.interval) != .red
            }
            .compactMap { $0.heartbeat?.task }.compactMap { count(in: $0) }
        return numbers.isEmpty ? nil : numbers.reduce(0, +)
    }

    /// The number ahead of the word "waiting", as in "…; 3 waiting, the oldest for 2 minutes".
    static func count(in task: String) -> Int? {
        let words = task.split { " ;,()".contains($0) }
        return words.indices.dropFirst().reversed().lazy.filter { words[$0] == "waiting" }
            .compactMap { Int(words[$0 - 1]) }.first
    }
}
