/// Why there are no small pictures of a file.
struct MakingError: Error {
    /// One sentence for a person, without a full stop.
    let reason: String
    /// Whether it is the folder for them that is at fault, and not the file.
    let concernsStorage: Bool

    init(_ reason: String, concernsStorage: Bool = false) {
        (self.reason, self.concernsStorage) = (reason, concernsStorage)
    }
}
