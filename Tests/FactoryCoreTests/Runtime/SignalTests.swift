import FactoryCore
import Glibc
import Logging
import ServiceLifecycle
import TestSupport
import Testing

/// A signal reaches all of the process, so these tests run one after the other.
@Suite("SIGTERM and SIGINT", .serialized, .timeLimit(.minutes(5)))
struct SignalTests {
    @Test("set the signal to stop, and do not end the process", arguments: [SIGTERM, SIGINT])
    func stopSignal(number: Int32) async throws {
        let stop = StopSignal()
        let result = try await stop.whileTrapping {
            #expect(!stop.isSet)
            kill(getpid(), number)
            try await eventually("the signal is set") { stop.isSet }
            return "finished"
        }
        #expect(result == "finished")
    }

    @Test("are trapped no longer than the work lasts, and the work's error is passed on")
    func failure() async throws {
        let stop = StopSignal()
        await #expect(throws: StartupError.self) {
            try await stop.whileTrapping { throw StartupError("no reason") }
        }
        #expect(!stop.isSet)
    }

    @Test("stop services in reverse order", arguments: [SIGTERM, SIGINT])
    func gracefulStop(number: Int32) async throws {
        let diary = Diary()
        let services = ["first", "second"].map { RestingService(name: $0, diary: diary) }
        async let running: Void = ServiceHost(logger: quiet).run(services)
        try await eventually("both run") { await diary.lines.count == 2 }
        kill(getpid(), number)
        try await running
        #expect(await diary.lines.sorted() == ["first rests", "first stops", "second rests", "second stops"])
        #expect(await diary.lines.suffix(2) == ["second stops", "first stops"])
    }

    @Test("are not needed when a service fails: the others are ended, and its error is told")
    func failingService() async throws {
        let diary = Diary()
        let services: [any Service] = [RestingService(name: "first", diary: diary), FailingService()]
        let error = await #expect(throws: StartupError.self) { try await ServiceHost(logger: quiet).run(services) }
        #expect(error?.description == "the camera is broken")
        #expect(await diary.lines == ["first rests", "first is cut off"])
    }

    @Test("are not needed when a service ends by itself, which none should")
    func endingService() async {
        await #expect(throws: ServiceGroupError.self) { try await ServiceHost(logger: quiet).run([EndingService()]) }
    }

    private var quiet: Logger {
        Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    }
}

private actor Diary {
    private(set) var lines: [String] = []

    func add(_ line: String) {
        lines.append(line)
    }
}

private struct RestingService: Service {
    let name: String
    let diary: Diary

    func run() async throws {
        await diary.add("\(name) rests")
        do {
            try await gracefulShutdown()
            await diary.add("\(name) stops")
        } catch {
            await diary.add("\(name) is cut off")
        }
    }
}

private struct FailingService: Service {
    func run() async throws {
        try await Task.sleep(for: .milliseconds(100))
        throw StartupError("the camera is broken")
    }
}

private struct EndingService: Service {
    func run() async throws {}
}
