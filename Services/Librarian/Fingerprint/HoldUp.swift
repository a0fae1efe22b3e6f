/// A file cannot be taken now, and with it none of its group.
struct HoldUp: Error {
    let outcome: FileOutcome
}
