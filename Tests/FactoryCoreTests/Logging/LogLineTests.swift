import FoundationEssentials
import Logging
import Testing

@testable import FactoryCore

@Suite("A log line")
struct LogLineTests {
    private static let now = Timestamp(microseconds: 1_769_847_300_123_999)

    /// What somebody might call a file in order to write a line of the log himself.
    private static let forgery =
        "a.jpg\r\n2026-01-31 08:15:00.123 ERROR librarian: all lost\u{1B}[2J\u{85}\u{9B}2J\u{2028}x\u{2029}\0\u{0B}\u{0C}"

    @Test("for people has time, level, service, sentence and what belongs to it")
    func text() {
        let line = LogLine.text(
            Self.event(.info, "filed"), service: "librarian", metadata: ["b": "2", "a": "one thing"], now: Self.now)
        #expect(line == "2026-01-31 08:15:00.123 INFO     librarian: filed a=one thing b=2")
    }

    @Test("begins its sentence in the same column at every level", arguments: Logger.Level.allCases)
    func columns(level: Logger.Level) {
        let line = LogLine.text(Self.event(level, "filed"), service: "s", metadata: [:], now: Self.now)
        #expect(line.hasPrefix("2026-01-31 08:15:00.123 \(level.rawValue.uppercased()) "))
        #expect(line.dropFirst(33) == "s: filed")
    }

    @Test("for programs is one object")
    func json() throws {
        let line = LogLine.json(
            Self.event(.warning, "say \"\(Self.forgery)\""), service: "librarian@2",
            metadata: ["file": "\(Self.forgery)", "list": ["a", "b"]], now: Self.now)
        let object = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
        let expected = [
            "time": "2026-01-31 08:15:00.123", "level": "warning", "service": "librarian@2",
            "message": "say \"\(Self.forgery)\"", "file": Self.forgery, "list": #"["a", "b"]"#,
        ]
        #expect(object == expected)
        #expect(Self.isOneLine(line))
    }

    @Test("stays one line whatever it contains")
    func oneLine() {
        let text = LogLine.text(
            Self.event(.error, Self.forgery), service: "s", metadata: ["key\nkey": "\(Self.forgery)"], now: Self.now)
        #expect(Self.isOneLine(text))
        #expect(text.contains(#"s: a.jpg\r\n2026-01-31 08:15:00.123 ERROR librarian: all lost\u001b[2J\u0085\u009b2J"#))
    }

    @Test("leaves what is harmless as it is")
    func harmless() {
        let message = #"Müller's "C:\new" 📷"#
        let line = LogLine.text(Self.event(.info, message), service: "s", metadata: [:], now: Self.now)
        #expect(line.hasSuffix("s: \(message)"))
    }

    private static func isOneLine(_ line: String) -> Bool {
        !line.unicodeScalars.contains {
            $0.properties.generalCategory == .control || [0x2028, 0x2029].contains($0.value)
        }
    }

    private static func event(_ level: Logger.Level, _ message: String) -> LogEvent {
        LogEvent(
            level: level, message: "\(message)", metadata: nil, source: nil, file: #fileID, function: #function,
            line: #line)
    }
}
