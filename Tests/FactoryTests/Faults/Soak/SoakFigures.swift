/// What a soak has tried so far, and what came of it.
struct SoakFigures: CustomStringConvertible {
    var rounds = 0
    /// Files that arrived, copies included.
    var files = 0
    /// SIGKILLs of the librarian.
    var kills = 0
    var serverStops = 0
    var serverKills = 0
    /// Breaches of what must never happen, in words.
    var breaches: [String] = []

    var description: String {
        """
        soak: \(rounds) rounds, \(files) files, \(kills) kills of the librarian, \(serverStops) stops and \
        \(serverKills) kills of the database, \(breaches.count) breaches
        """
    }
}
