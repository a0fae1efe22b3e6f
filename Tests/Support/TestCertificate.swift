/// Certificates for servers of tests.
public enum TestCertificate {
    /// Makes `NAME.pem` and `NAME.key` in `folder`.
    ///
    /// - Parameters:
    ///   - host: such as `IP:127.0.0.1`.
    ///   - authority: another one's `NAME`, which signs it; with nil it signs itself.
    public static func make(
        _ name: String, for host: String, signedBy authority: String? = nil, in folder: TestFolder
    ) async throws {
        let signing = authority.map {
            ["-CA", folder.path(of: "\($0).pem"), "-CAkey", folder.path(of: "\($0).key")]
        }
        let run = try await ProgramRun.run(
            .system("openssl"),
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=test", "-addext", "subjectAltName=\(host)", "-keyout", folder.path(of: "\(name).key"),
                "-out", folder.path(of: "\(name).pem"),
            ] + (signing ?? []))
        guard run.exitCode == 0 else { throw SupportError("Making a certificate failed: \(run.standardError)") }
    }
}
