/// Why a program cannot run: one sentence that names what is wrong and what to do.
public struct StartupError: Error, CustomStringConvertible {
    /// The sentence itself.
    public let description: String

    /// - Parameter sentence: what is wrong and what to do, without a full stop.
    public init(_ sentence: String) {
        description = sentence
    }
}
