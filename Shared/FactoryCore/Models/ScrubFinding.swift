/// What reading an original again found.
public enum ScrubFinding: String, Sendable, Hashable, CaseIterable {
    /// Exactly the bytes that were filed.
    case ok = "OK"
    /// Other bytes in a file to which nobody wrote: the disk's fault.
    case rot = "ROT"
    /// Somebody wrote to the file.
    case edited = "EDITED"
    /// It is shorter than it was.
    case truncated = "TRUNCATED"
    case missing = "MISSING"
    /// It stands elsewhere in Originals.
    case moved = "MOVED"
    /// It could not be read, which says nothing of its bytes.
    case unreadable = "UNREADABLE"

    /// How bad it is: what cannot be read may be whole.
    var severity: FailureSeverity { self == .unreadable ? .warning : .error }
}
