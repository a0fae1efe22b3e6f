internal import Glibc

/// A folder on disk that a test reads and writes by names relative to it.
///
/// Names may hold slashes; folders on the way are made. The variants that take bytes are for names that no `String`
/// can hold.
public struct TestFolder: Sendable {
    /// The absolute path, without a slash at the end.
    public let path: String

    public init(_ path: String) {
        self.path = path
    }

    /// The absolute path of `name` inside this folder.
    public func path(of name: String) -> String {
        "\(path)/\(name)"
    }

    /// The folder `name` inside this one, made when it is missing.
    @discardableResult
    public func folder(_ name: String) throws -> TestFolder {
        let child = TestFolder(path(of: name))
        try child.make()
        return child
    }

    /// Creates or replaces the file `name`.
    public func write(_ contents: [UInt8], to name: String) throws {
        try write(contents, toRawName: Array(name.utf8))
    }

    /// Creates or replaces a file whose name is given byte by byte; only its last part may be no UTF-8.
    public func write(_ contents: [UInt8], toRawName name: [UInt8]) throws {
        try store(contents, in: name, flags: O_WRONLY | O_CREAT | O_TRUNC)
    }

    /// Adds to the end of the file `name`.
    public func append(_ contents: [UInt8], to name: String) throws {
        try store(contents, in: Array(name.utf8), flags: O_WRONLY | O_APPEND)
    }

    /// The contents of the file `name`.
    public func read(_ name: String) throws -> [UInt8] {
        let file = try OpenFile(path(of: name), flags: O_RDONLY)
        return try file.readAll()
    }

    /// What the system says about `name` itself (a symbolic link is not followed), or nil when there is nothing.
    public func facts(_ name: String) -> FileFacts? {
        FileFacts(path: path(of: name))
    }

    /// Whether anything of this name exists.
    public func holds(_ name: String) -> Bool {
        facts(name) != nil
    }

    /// Sets the modification time to a number of seconds since 1970.
    public func setModified(_ name: String, to seconds: Int) throws {
        let time = timespec(tv_sec: seconds, tv_nsec: 0)
        try SystemCall.check("Setting the time of \(name)") {
            utimensat(AT_FDCWD, path(of: name), [time, time], AT_SYMLINK_NOFOLLOW)
        }
    }

    /// Sets the permission bits, for example 0o644.
    public func setPermissions(_ name: String, to mode: UInt32) throws {
        try SystemCall.check("Setting the mode of \(name)") { chmod(path(of: name), mode) }
    }

    /// Moves `name` to another name in this folder.
    public func rename(_ name: String, to other: String) throws {
        try SystemCall.check("Renaming \(name)") { Glibc.rename(path(of: name), path(of: other)) }
    }

    /// Removes one file.
    public func remove(_ name: String) throws {
        try SystemCall.check("Removing \(name)") { unlink(path(of: name)) }
    }

    private func store(_ contents: [UInt8], in name: [UInt8], flags: Int32) throws {
        if let slash = name.lastIndex(of: UInt8(ascii: "/")) {
            try folder(String(decoding: name[..<slash], as: UTF8.self))
        }
        let file = try OpenFile(rawPath: Array(path.utf8) + [UInt8(ascii: "/")] + name, flags: flags)
        try file.write(contents)
    }

    private func make() throws {
        if FileFacts(path: path)?.kind == .folder { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try TestFolder(String(path[..<slash])).make()
        }
        if mkdir(path, 0o755) != 0, errno != EEXIST { throw SystemCall.failure("Making \(path)", errno) }
    }
}
