import FactoryCore
import FoundationEssentials
import Testing

@testable import service_monitor

@Suite("What a round found")
struct CheckReportTests {
    private func report(_ statuses: ServiceStatus...) -> CheckReport {
        CheckReport(
            lines: statuses.enumerated().map { index, status in
                CheckReport.Line(name: "service \(index)", health: ServiceHealth(status: status, task: "“\(index)\"\n"))
            })
    }

    @Test("is fine when everything is")
    func fine() {
        #expect(report(.ok, .ok).isFine)
        #expect(!report(.ok, .warning).isFine)
        #expect(!report(.error).isFine)
    }

    @Test("is a line for each service")
    func text() {
        let line = CheckReport.Line(name: "a", health: ServiceHealth(status: .warning, task: "Look"))
        #expect(CheckReport(lines: [line, line]).text == "a: WARNING: Look\na: WARNING: Look")
    }

    @Test("is one object on one line, whatever its words hold")
    func json() throws {
        let text = report(.ok, .error).json
        #expect(!text.contains("\n"))
        let read = try JSONDecoder().decode([String: [String: String]].self, from: Data(text.utf8))
        #expect(read["service 0"] == ["status": "OK", "task": "“0\"\n"])
        #expect(read["service 1"] == ["status": "ERROR", "task": "“1\"\n"])
        #expect(CheckReport(lines: []).json == "{}")
    }
}
