import Testing

@testable import FactoryCore

@Suite("What libpq says of a failed connection")
struct ServerMessageTests {
    @Test(
        "is split into the server's code and its sentence, in every language",
        arguments: [
            (
                "connection to server on socket \"/run/db/.s.PGSQL.5432\" failed: FATAL:  28P01: password authentication "
                    + "failed for user \"x\"\nLOCATION:  auth_failed, auth.c:340\n",
                "28P01", "password authentication failed for user \"x\""
            ),
            (
                "connection to server at \"db\" (10.0.0.2), port 5432 failed: SCHWERWIEGEND:  3D000: Datenbank »p« existiert "
                    + "nicht\nLOCATION:  InitPostgres, postinit.c:885", "3D000", "Datenbank »p« existiert nicht"
            ),
            ("致命错误:  57P03: 数据库系统启动中\n", "57P03", "数据库系统启动中"),
            ("VALUE:  53300: sorry:  too   many clients already\r\n", "53300", "sorry: too many clients already"),
            (
                "connection to server at \"localhost\" (::1), port 5432 failed: Connection refused\n\tIs the server running?\n"
                    + "connection to server at \"localhost\" (127.0.0.1), port 5432 failed: FATAL:  28000: no entry",
                "28000", "no entry"
            ),
        ])
    func codeAndSentence(text: String, code: String, sentence: String) {
        let parsed = ServerMessage.parse(text)
        #expect(parsed.state?.code == code)
        #expect(parsed.sentence == sentence)
    }

    @Test(
        "has no code where no server gave one",
        arguments: [
            ("FATAL:  sorry, too many clients already\n", "FATAL: sorry, too many clients already"),
            ("PANIC: ERROR: FATAL:", "PANIC: ERROR: FATAL:"),
            (
                "connection to server at \"127.0.0.1\", port 54321 failed: Connection refused\n\tIs the server running?\n",
                "connection to server at \"127.0.0.1\", port 54321 failed: Connection refused"
            ),
            ("", "the database gave no reason"),
        ])
    func noCode(text: String, sentence: String) {
        let parsed = ServerMessage.parse(text)
        #expect(parsed.state == nil)
        #expect(parsed.sentence == sentence)
    }

    @Test("becomes one line")
    func oneLine() {
        #expect(ServerMessage.oneLine("\n a\tb \r\n  c\u{2028}d ") == "a b c d")
    }
}
