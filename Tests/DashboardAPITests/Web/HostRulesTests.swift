import Testing

@testable import dashboard_api

@Suite("By which names the server may be called")
struct HostRulesTests {
    private let rules = HostRules(names: ["photos.example.org"])

    @Test(
        "those that nobody from outside can give away",
        arguments: [
            "127.0.0.1:8080", "192.168.1.10", "[::1]:8080", "[fe80::1%eth0]", "localhost", "LOCALHOST:8080", "nas",
            "nas.local",
            "nas.lan:80", "nas.home.arpa.", "photos.example.org:443",
        ])
    func allowed(_ authority: String) {
        #expect(rules.allows(authority))
    }

    @Test(
        "no others",
        arguments: [
            "evil.example.org", "127.0.0.1.evil.org", "nas.local.evil.org", "", "[::1", "a:b:c", "na s", "[evil.org]",
        ])
    func refused(_ authority: String) {
        #expect(!rules.allows(authority))
    }

    @Test("and every answer says what a browser must not do")
    func headers() async throws {
        try await withAPI { api, _, _ in
            let refused = try await api.send("GET", "/", host: "evil.example.org")
            #expect(refused.status == 421)
            #expect(refused["content-type"] == "application/problem+json")
            let page = try await api.get("/")
            #expect(page.status == 200)
            for answer in [refused, page, try await api.get("/nothing")] {
                #expect(answer["content-security-policy"]?.hasPrefix("default-src 'none'; script-src 'self';") == true)
                #expect(answer["x-content-type-options"] == "nosniff")
                #expect(answer["referrer-policy"] == "no-referrer")
            }
            let missing = try await api.get("/nothing").object()
            #expect(missing["status"] as? Int == 404)
            #expect(missing["type"] as? String == "about:blank")
            #expect(try await api.send("GET", "/", host: nil).status == 400)
        }
    }
}
