import FactoryCore
import TestSupport
import Testing

/// Librarians on two machines, as docs/SCALING.md has them: inboxes at different paths, one Storage, and one database over
/// TLS, to which each logs in with a password after the server has proved who it is.
struct TwoMachinesTests {
    private let host = "db.home.arpa"

    /// A server whose certificate an authority has signed, and another authority that has not.
    private func withServer(_ body: (RoleFactory, TestFolder) async throws -> Void) async throws {
        try await withTemporaryFolder { certificates in
            for name in ["authority", "stranger"] {
                try await TestCertificate.make(name, for: "DNS:\(name)", in: certificates)
            }
            try await TestCertificate.make(
                "server", for: "DNS:\(host)", signedBy: "authority", in: certificates)
            try await withRoleFactory(certificate: certificates) { roles in try await body(roles, certificates) }
        }
    }

    private func overTLS(_ roles: RoleFactory, _ certificates: TestFolder, as id: String) -> [String: String] {
        [
            "PGHOST": host, "PGHOSTADDR": "127.0.0.1", "PGPORT": "\(roles.database.cluster.port)",
            "PGSSLMODE": "verify-full", "PGSSLROOTCERT": certificates.path(of: "authority.pem"), "LIBRARIAN_ID": id,
            "PHOTOS_INBOX": roles.root.path(of: "inbox-\(id)"), "LIBRARIAN_RESCAN_SECONDS": "1",
            "HEARTBEAT_SECONDS": "1",
        ]
    }

    @Test func bothFileIntoOneStorageAndReportUnderTheirNames() async throws {
        try await withServer { roles, certificates in
            let factory = try roles.installation(.librarian)
            let (house, garage) = (try roles.root.folder("inbox-librarian"), try roles.root.folder("inbox-garage"))
            for number in 0..<40 {
                let photo = SamplePhoto("\(number)", taken: "2022:02:1\(number % 5) 12:00:00")
                // Half of the garage's photos are the house's, and the others have their names.
                let other = SamplePhoto("\(number % 2 * 100 + number)", taken: "2022:02:1\(number % 5) 12:00:00")
                try house.write(photo.bytes(), to: "IMG_\(number % 8).\(number).jpg")
                try garage.write(other.bytes(), to: "IMG_\(number % 8).\(number).jpg")
            }
            var arrived = try await Conservation.arrivals(in: house)
            arrived += try await Conservation.arrivals(in: garage)

            try await factory.whileServing(with: overTLS(roles, certificates, as: "librarian")) { _ in
                try await factory.whileServing(with: overTLS(roles, certificates, as: "garage")) { _ in
                    try await eventually("all is filed once") {
                        try await factory.ledger().count == 60 && (try left(house) + left(garage)).isEmpty
                    }
                    try await eventually("both have said so") {
                        let lights = try await [factory.heartbeat(), factory.heartbeat(of: "librarian@garage")]
                        return try lights.allSatisfy { try $0.hasPrefix("OK ") && handled($0) == 40 }
                    }
                    #expect(try await unencrypted(roles) == 0)
                }
            }

            #expect(try factory.storage.folder("Journal").entries().sorted() == ["garage", "librarian"])
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    /// Nothing is moved, and no password sent, where the server cannot prove that it is the one with the name.
    @Test(arguments: [
        (["PGSSLROOTCERT": "stranger.pem"], "certificate verify failed"),
        (["PGHOST": "other.home.arpa"], "does not match host name"),
        (["PGSSLROOTCERT": "nothing.pem"], "does not exist"),
        (["PGSSLMODE": "disable"], "pg_hba.conf"),
    ])
    func serverThatProvesNothingIsNotBelieved(changes: [String: String], words: String) async throws {
        try await withServer { roles, certificates in
            let factory = try roles.installation(.librarian)
            let inbox = try roles.root.folder("inbox-librarian")
            try inbox.write(SamplePhoto("1", taken: "2022:02:10 12:00:00").bytes(), to: "1.jpg")
            var environment = overTLS(roles, certificates, as: "librarian")
            for (key, value) in changes {
                environment[key] = value.hasSuffix(".pem") ? certificates.path(of: value) : value
            }
            let run = try await factory.librarian(["ingest"], with: environment)
            #expect(run.exitCode == 2 && run.standardError.contains(words), "\(run.standardError)")
            #expect(inbox.entries() == ["1.jpg"])
        }
    }

    /// How many files a librarian says it has taken out of its inbox. One that lost a race for a name was seen more than once.
    private func handled(_ light: String) throws -> Int {
        let counts = try #require(light.firstMatch(of: /(\d+) filed \+ (\d+) duplicates/))
        return (Int(counts.1) ?? 0) + (Int(counts.2) ?? 0)
    }

    private func left(_ inbox: TestFolder) throws -> [String] {
        try inbox.files().filter { !Installation.ownFiles.contains($0) }
    }

    /// How many of the librarians' connections are not encrypted.
    private func unencrypted(_ roles: RoleFactory) async throws -> Int {
        try await roles.database.connect().query(
            """
            SELECT count(*) FILTER (WHERE NOT connection.ssl) + (count(*) < 4)::int
            FROM pg_stat_ssl AS connection JOIN pg_stat_activity AS activity USING (pid)
            WHERE activity.usename = 'factory_librarian'
            """
        ) { try $0.int(0) }.first ?? -1
    }
}
