import FactoryCore

/// Part of what is in the inbox, sorted by what can be told without opening anything.
struct Sifted: Sendable {
    /// Quiet for long enough to be read.
    var stable: [StableGroup] = []
    /// Changed lately, or belong to what did; they have their turn later.
    var waiting: [RelativePath] = []
    /// Nothing is left to do with them.
    var settled: [SettledFile] = []
    /// Whether nothing comes behind it in this walk; false when nobody knows yet.
    var isLast = false

    /// How many files this is about.
    var count: Int { stable.reduce(0) { $0 + $1.files.count } + waiting.count + settled.count }
}
