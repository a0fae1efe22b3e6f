import TestSupport

/// Folders and names that a path of text cannot reach, made and looked at by Python, which works step by step in bytes.
struct HostileTree {
    let folder: TestFolder

    /// Puts a copy of `file`, a path, below `folders`, one in the other.
    ///
    /// - Parameters:
    ///   - folders: names in Python's notation of bytes, for example `b"a\xff"`.
    ///   - name: of the copy, likewise.
    func bury(_ file: String, under folders: [String], as name: String) async throws {
        try await python(
            """
            import os, sys
            content = open(sys.argv[1], "rb").read()
            for folder in [\(folders.joined(separator: ", "))]:
                if not os.path.isdir(folder): os.mkdir(folder)
                os.chdir(folder)
            open(\(name), "wb").write(content)
            """, [file])
    }

    /// How many regular files there are, however deep, apart from the id of the inbox.
    func count() async throws -> Int {
        let run = try await ProgramRun.run(
            .system("find"), [folder.path, "-type", "f", "!", "-name", Installation.idFile, "-printf", "."])
        guard run.exitCode == 0 else { throw SupportError("find failed: \(run.standardError)") }
        return run.standardOutput.count
    }

    private func python(_ script: String, _ arguments: [String]) async throws {
        let run = try await ProgramRun.run(.system("python3"), ["-c", script] + arguments, in: folder)
        guard run.exitCode == 0 else { throw SupportError("Python failed: \(run.standardError)") }
    }
}
