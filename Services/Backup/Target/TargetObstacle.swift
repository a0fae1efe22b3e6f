/// Why the target cannot be used now: one sentence.
struct TargetObstacle: Error, Hashable, CustomStringConvertible {
    let description: String

    init(_ sentence: String) {
        description = sentence
    }
}
