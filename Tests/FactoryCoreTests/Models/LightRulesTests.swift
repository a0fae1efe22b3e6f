import FactoryCore
import Testing

@Suite("The light of a service")
struct LightRulesTests {
    @Test(
        "is its age in whole seconds, counted in intervals",
        arguments: [
            (0, 60, ServiceLight.green), (60_999, 60, .green), (61_000, 60, .yellow), (180_999, 60, .yellow),
            (181_000, 60, .red), (300_999, 300, .green), (900_000, 300, .yellow), (901_000, 300, .red),
            (-1, 60, .green), (-60_000, 60, .green), (-61_000, 60, .yellow), (-86_400_000, 60, .red),
        ])
    func age(milliseconds: Int, interval: Int, light: ServiceLight) {
        let service = ReportedService(
            heartbeat: Heartbeat(service: "a", status: .ok, task: nil, time: Timestamp(seconds: 1_800_000_000)),
            interval: .seconds(interval))
        let now = service.heartbeat.time.adding(.milliseconds(milliseconds))
        #expect(LightRules.light(of: service, now: now) == light)
    }

    @Test("is never better than what the service says")
    func status() {
        let expected: [(ServiceStatus, [ServiceLight])] = [
            (.ok, [.green, .yellow, .red]), (.warning, [.yellow, .yellow, .red]), (.error, [.red, .red, .red]),
        ]
        for (status, lights) in expected {
            let time = Timestamp(seconds: 1_800_000_000)
            let service = ReportedService(
                heartbeat: Heartbeat(service: "a", status: status, task: nil, time: time), interval: .seconds(60))
            let found = [0, 100, 200].map { LightRules.light(of: service, now: time.adding(seconds: $0)) }
            #expect(found == lights)
        }
    }
}
