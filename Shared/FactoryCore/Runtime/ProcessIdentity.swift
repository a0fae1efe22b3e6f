import Glibc

/// Who this process is.
public enum ProcessIdentity {
    public static var current: Int32 { getpid() }
}
