internal import Glibc

/// The environment in which the tests themselves were started.
public enum TestEnvironment {
    /// The value of a variable; nil when it is unset or empty.
    public static func value(_ key: String) -> String? {
        guard let value = getenv(key), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
