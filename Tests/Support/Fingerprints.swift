/// SHA-256 by the system's own `sha256sum`, so that what the factory computes is checked against somebody else.
public enum Fingerprints {
    /// The digests in lower-case hex of `names` in `folder`, in the same order.
    public static func sha256(of names: [String], in folder: TestFolder) async throws -> [String] {
        var digests: [String] = []
        for start in stride(from: 0, to: names.count, by: 500) {
            digests += try await digest(names[start..<min(start + 500, names.count)], in: folder)
        }
        return digests
    }

    /// The digest in lower-case hex of one file.
    public static func sha256(of name: String, in folder: TestFolder) async throws -> String {
        guard let digest = try await sha256(of: [name], in: folder).first else {
            throw SupportError("sha256sum said nothing about \(name).")
        }
        return digest
    }

    /// `--zero` keeps names with newlines and backslashes apart from the digests.
    private static func digest(_ names: ArraySlice<String>, in folder: TestFolder) async throws -> [String] {
        let run = try await ProgramRun.run(.system("sha256sum"), ["--zero", "--"] + names, in: folder)
        guard run.exitCode == 0 else { throw SupportError("sha256sum failed: \(run.standardError)") }
        return run.standardOutput.split(separator: "\0").map { String($0.prefix(64)) }
    }
}
