import Glibc

/// The environment that the process was started with.
public enum ProcessEnvironment {
    /// All variables by name. Text that is not UTF-8 is repaired, never refused.
    public static var current: [String: String] {
        var variables: [String: String] = [:]
        var cursor = environ
        while let entry = cursor.pointee {
            let pair = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { variables[String(pair[0])] = String(pair[1]) }
            cursor += 1
        }
        return variables
    }
}
