/// Why a program cannot run: one sentence that names what is wrong and what to do.
public struct StartupError: Error, CustomStringConvertible {
    public let description: String

    public init(_ sentence: String) {
        description = sentence
    }
}
