/// Why the test support could not do what a test asked: one sentence for the person who reads the failure.
public struct SupportError: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}
