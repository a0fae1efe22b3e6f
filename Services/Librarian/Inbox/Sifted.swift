/// Part of what is in the inbox, sorted by what can be told without opening anything.
struct Sifted: Sendable {
    /// Quiet for long enough to be read.
    var stable: [StableFile] = []
    /// Changed lately; they have their turn later.
    var waiting: [RelativePath] = []
    /// Nothing is left to do with them.
    var settled: [SettledFile] = []

    /// How many files this is about.
    var count: Int { stable.count + waiting.count + settled.count }
}
