import Logging
import Testing

@testable import FactoryCore

@Suite("The log")
struct FactoryLogHandlerTests {
    @Test("tells of an event what its logger knows, what belongs to it, and its error")
    func everything() {
        var handler = FactoryLogHandler(service: "test", level: .info, format: .text, clock: SystemClock())
        handler[metadataKey: "librarian"] = "one"
        handler[metadataKey: "file"] = "none"
        let event = LogEvent(
            level: .error, message: "refused", error: StartupError("no room"), metadata: ["file": "a.jpg"], source: nil,
            file: #fileID, function: #function, line: #line)
        #expect(handler.everything(about: event) == ["librarian": "one", "file": "a.jpg", "error": "no room"])
        #expect(handler[metadataKey: "file"] == "none")
    }

    @Test("is as talkative as it was told to be")
    func level() {
        let logger = Logger(label: "test") { _ in
            FactoryLogHandler(service: "test", level: .warning, format: .json, clock: SystemClock())
        }
        #expect(logger.logLevel == .warning)
    }
}
