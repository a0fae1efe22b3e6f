/// Nobody can say how something ended, for this reason.
struct Unclear: Error, CustomStringConvertible {
    let reason: String

    var description: String { reason }
}
