import Glibc

/// Who this process is.
public enum ProcessIdentity {
    /// The process's id.
    public static var current: Int32 { getpid() }
}
