import FactoryCore

/// Decides from name and stamp alone what to do with something in the inbox that is no folder.
enum InboxSort {
    static func of(_ name: [UInt8], _ stamp: FileStamp) -> InboxEntry.Sort {
        if let reason = IgnoreRules.reason(file: name) { return .ignored(reason) }
        return stamp.isRegularFile ? .file(stamp) : .ignored("not a regular file")
    }
}
