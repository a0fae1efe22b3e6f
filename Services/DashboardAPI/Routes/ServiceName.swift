import HTTPTypes
import Hummingbird

/// The name of a service in a path.
enum ServiceName {
    /// Letters, digits and `-`, `_`, `@`: nothing that a file's name or anything else could take for more.
    static func isValid(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || "-_@".utf8.contains(byte)
            }
    }

    /// - Throws: `Problem` for what is no name.
    static func read(_ context: WebContext) throws(Problem) -> String {
        guard let text = context.parameters.get("name"), let name = PercentCode.decode(text[...]), isValid(name) else {
            throw Problem(.notFound, "there is no service of this name")
        }
        return name
    }
}
