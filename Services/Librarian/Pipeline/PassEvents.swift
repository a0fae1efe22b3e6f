/// What a pass has to tell while it goes on.
struct PassEvents: Sendable {
    var seen = 0
    var settled: [SettledFile] = []
    var corrections: [Correction] = []
}
