import FactoryCore
import FactoryHTTP
import Testing

@testable import service_monitor

@Suite("Syncthing's answers")
struct SyncthingAnswerTests {
    private func decode(_ status: Int, _ body: String, type: String? = nil) throws -> [SyncthingFolder] {
        let response = HTTPResponse(status: status, contentType: type, body: Array(body.utf8))
        return try SyncthingAnswer.decode([SyncthingFolder].self, response, from: "nas:8384")
    }

    private func complaint(_ status: Int, _ body: String, type: String? = nil) throws -> String {
        let error = #expect(throws: SyncthingError.self) { try decode(status, body, type: type) }
        #expect(error?.isAnswer == true)
        return try #require(error).description
    }

    @Test("are read, whatever else they hold")
    func good() throws {
        let body = #"[{"id": "a", "label": "P", "path": "/in", "type": "receiveonly", "paused": false, "new": [1]}]"#
        #expect(try decode(200, body) == [.sample(id: "a", label: "P")])
        #expect(try decode(200, "[]").isEmpty)
    }

    @Test("are complained of in one sentence that says what to do")
    func bad() throws {
        #expect(try complaint(403, "CSRF Error").hasPrefix("Syncthing at nas:8384 refuses the API key (403): put the"))
        #expect(try complaint(401, "").contains("refuses the API key (401)"))
        #expect(try complaint(403, "Host check error").contains("refuses to be called by this name (403, host check)"))
        #expect(try complaint(307, "").contains("redirects (307): where it serves HTTPS, SYNCTHING_URL has to begin"))
        #expect(try complaint(500, "panic") == "Syncthing at nas:8384 answers with an error (500)")
        #expect(try complaint(404, "").hasSuffix("answers with an error (404)"))
    }

    @Test("that are no JSON are told by their kind, and not repeated")
    func strange() throws {
        for body in ["<html>secret", " \n<!DOCTYPE html>secret"] {
            let text = try complaint(200, body)
            #expect(text.hasPrefix("nas:8384 answers with a web page that") && !text.contains("secret"))
        }
        #expect(try complaint(200, "x", type: "text/html; charset=utf-8").contains("a web page"))
        for body in ["", "secret", "{}", #"[{"id": 7}]"#, "[", "null"] {
            let text = try complaint(200, body)
            #expect(text.hasPrefix("nas:8384 answers with something that") && !text.contains("secret"))
        }
    }
}
