internal import Glibc

/// A folder of its own for one test, removed with everything in it when `body` ends, however it ends.
///
/// - Parameter parent: where to make it; a test that needs another file system names a folder on it.
public func withTemporaryFolder<Result>(
    in parent: String = "/tmp", _ body: (TestFolder) async throws -> Result
) async throws -> Result {
    let folder = try TemporaryFolder.make(in: parent)
    do {
        let result = try await body(folder)
        try await TemporaryFolder.remove(folder)
        return result
    } catch {
        try? await TemporaryFolder.remove(folder)
        throw error
    }
}

/// Makes and removes the folders that `withTemporaryFolder` lends.
enum TemporaryFolder {
    static func make(in parent: String) throws -> TestFolder {
        var template = Array("\(parent)/factory-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemCall.failure("Making a folder in \(parent)", errno) }
        return TestFolder(String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    /// `rm` does this more reliably than code of our own: it copes with names of any bytes and with deep trees.
    static func remove(_ folder: TestFolder) async throws {
        let run = try await ProgramRun.run(.system("rm"), ["-rf", "--", folder.path])
        guard run.exitCode == 0 else { throw SupportError("Removing \(folder.path) failed: \(run.standardError)") }
    }
}
