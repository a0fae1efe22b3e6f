import FactoryCore

/// How many files wait in the inboxes: the librarians' heartbeats alone tell it.
enum WaitingFiles {
    /// The sum of what all librarians say; 0 where none says anything.
    static func count(_ services: [ServiceState]) -> Int {
        services.filter { $0.name == "librarian" || $0.name.hasPrefix("librarian@") }
            .compactMap { $0.heartbeat?.task }.compactMap { count(in: $0) }.reduce(0, +)
    }

    /// The number ahead of the word "waiting", as in "…; 3 waiting, the oldest for 2 minutes".
    static func count(in task: String) -> Int? {
        let words = task.split { " ;,()".contains($0) }
        return words.indices.dropFirst().reversed().lazy.filter { words[$0] == "waiting" }
            .compactMap { Int(words[$0 - 1]) }.first
    }
}
