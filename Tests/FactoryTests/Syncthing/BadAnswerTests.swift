import FactoryCore
import TestSupport
import Testing

/// Something else than a Syncthing that is well answers the monitor: each time one sentence, in time and little memory.
struct BadAnswerTests {
    private struct Mood {
        let name: String
        /// What the sentence has to contain.
        let words: String
    }

    private let moods = [
        Mood(name: "403", words: "refuses the API key (403)"),
        Mood(name: "html", words: "answers with a web page that is not Syncthing's JSON"),
        Mood(name: "echo", words: "answers with something that is not Syncthing's JSON"),
        Mood(name: "redirect", words: "redirects (302)"),
        Mood(name: "500", words: "answers with an error (500)"),
        Mood(name: "large", words: "is larger than 2097152 bytes"),
        Mood(name: "endless", words: "is larger than 2097152 bytes"),
        Mood(name: "cut", words: "talking to 127.0.0.1"),
        Mood(name: "garbage", words: "talking to 127.0.0.1"),
        Mood(name: "hang", words: "did not answer within 10 s"),
    ]

    /// The name, the password, the path and the key are secrets.
    private func settings(_ server: WebServer) -> [String: String] {
        let url = server.url("secret-path").split(separator: "://").joined(separator: "://user:secret-password@")
        return ["SYNCTHING_URL": url, "SYNCTHING_API_KEY": "secret-key"]
    }

    /// Of what the monitor says of Syncthing.
    private func expectOneSentence(_ state: String) {
        #expect(state.hasPrefix("ERROR Syncthing ") || state.hasPrefix("ERROR 127.0.0.1:"), "\(state)")
        #expect(!state.contains("secret") && !state.contains("\n") && !state.hasSuffix("."), "\(state)")
        #expect(state.count < 300, "\(state)")
    }

    @Test func eachIsSaidInOneSentence() async throws {
        try await withInstallation { factory in
            try await withWebServer { server in
                try await factory.whileMonitoring(with: settings(server)) { monitor in
                    for mood in moods {
                        try server.set(mood: mood.name)
                        // An answer before this one may have said the same.
                        let count = try await factory.history(of: "syncthing").count
                        try await eventually("\(mood.name) is told") {
                            let states = try await factory.history(of: "syncthing")
                            return states.count > count + 1 && states.last?.contains(mood.words) == true
                        }
                        expectOneSentence(try await factory.heartbeat(of: "syncthing"))
                        #expect(try await factory.heartbeat(of: "factory-db").hasPrefix("OK "))
                    }
                    // The program itself has some tens; the answers would have been hundreds.
                    #expect(try await monitor.peakMemory() < 90 << 10)
                    #expect(try await !monitor.log().contains("secret"))
                }
                #expect(try server.requests().first?.headers["x-api-key"] == "secret-key")
            }
        }
    }

    @Test func certificateOfSomebodyElseIsSaidInOneSentence() async throws {
        try await withInstallation { factory in
            try await TestCertificate.make("theirs", for: "IP:127.0.0.1", in: factory.root)
            try await withWebServer(certificate: "theirs", in: factory.root) { server in
                let state = try await factory.check(with: settings(server)).state("syncthing")
                expectOneSentence(state)
                #expect(state.contains("the certificate of 127.0.0.1") && state.contains("is not believed"), "\(state)")
                let named = settings(server).merging(["SYNCTHING_CERTIFICATE": factory.root.path(of: "theirs.pem")]) {
                    $1
                }
                #expect(try await factory.check(with: named).state("syncthing").contains("not Syncthing's JSON"))
            }
        }
    }

    @Test func nobodyThereIsSaidInOneSentence() async throws {
        try await withInstallation { factory in
            let report = try await factory.check(with: ["SYNCTHING_URL": "http://127.0.0.1:1/secret-path"])
            #expect(report.exitCode == 1)
            expectOneSentence(report.state("syncthing"))
            #expect(report.state("syncthing").contains("cannot be reached"))
        }
    }
}
