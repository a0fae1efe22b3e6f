/// Why Syncthing could not be asked: one sentence for the owner, without a full stop.
struct SyncthingError: Error, Hashable, CustomStringConvertible {
    let description: String
    /// Whether Syncthing itself answered, though not as wanted.
    let isAnswer: Bool

    init(_ sentence: String, isAnswer: Bool = false) {
        (description, self.isAnswer) = (sentence, isAnswer)
    }
}
