import Glibc

/// Where on this machine a program is.
package enum ProgramFile {
    /// The absolute path of the file to execute; nil when there is none.
    ///
    /// - Parameters:
    ///   - name: looked for in the folders of `path`; one with a slash is a path itself.
    ///   - path: folders with colons between them.
    package static func find(
        _ name: String, path: String = ProcessEnvironment.current["PATH"] ?? defaultPath
    ) -> String? {
        guard !name.contains("/") else {
            let file = AbsolutePath.make(name, in: AbsolutePath.workingDirectory)
            return isProgram(file) ? file : nil
        }
        let folders = path.split(separator: ":").filter { $0.hasPrefix("/") }
        return folders.lazy.map { "\($0)/\(name)" }.first(where: isProgram)
    }

    package static let defaultPath = "/usr/local/bin:/usr/bin:/bin"

    private static func isProgram(_ file: String) -> Bool {
        var status = stat()
        return stat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(file, X_OK) == 0
    }
}
