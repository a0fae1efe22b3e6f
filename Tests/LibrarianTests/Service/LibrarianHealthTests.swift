import FactoryCore
import Testing

@testable import librarian

@Suite("The librarian's health")
struct LibrarianHealthTests {
    private let start = Timestamp(seconds: 1_700_000_000)
    private let counts = """
        0 seen = 0 filed + 0 duplicates + 0 healed + 0 quarantined + 0 ignored + 0 vanished + 0 pending since the start; \
        2 waiting
        """

    private func health(_ state: ProgressBoard.State, since: Timestamp? = nil, after seconds: Int = 0) -> ServiceHealth
    {
        LibrarianHealth(interval: .seconds(60))
            .health(state, waiting: WaitingFiles(count: 2, since: since), now: start.adding(seconds: seconds))
    }

    private func state(
        isBusy: Bool = false, obstacle: String? = nil, notice: String? = nil
    ) -> ProgressBoard.State {
        ProgressBoard.State(lastMove: start, isBusy: isBusy, obstacle: obstacle, notice: notice)
    }

    @Test("is good while it watches or files, and says what it does")
    func ok() {
        #expect(
            health(state(), since: start.adding(seconds: -3600), after: 99)
                == ServiceHealth(status: .ok, task: "Watching the inbox: \(counts), the oldest for 1 hour 1 minute"))
        #expect(
            health(state(isBusy: true), after: 180)
                == ServiceHealth(status: .ok, task: "Filing photos: \(counts), the oldest for 3 minutes"))
        #expect(health(state()) == ServiceHealth(status: .ok, task: "Watching the inbox: \(counts)"))
    }

    @Test("is a warning when files are on the line and none has moved for three heartbeats")
    func stuck() {
        let health = health(state(isBusy: true), after: 181)
        #expect(health.status == .warning)
        #expect(health.isHanging)
        #expect(
            health.task == """
                Files are waiting and nothing has moved since 2023-11-14 22:13:20.000000 (\(counts), the oldest for \
                3 minutes)
                """)
    }

    @Test("is a warning while files are in the inbox that cannot be taken")
    func troubles() {
        var state = state()
        state.lastTrouble = "a.jpg cannot be read"
        #expect(health(state).status == .ok)
        state.troubles = 1
        #expect(
            health(state)
                == ServiceHealth(
                    status: .warning,
                    task: "Somebody has to look why 1 cannot be taken: a.jpg cannot be read (\(counts))"))
    }

    @Test("names first what keeps it from working, then what it waits for")
    func obstacles() {
        let both = health(state(isBusy: true, obstacle: "Storage is full", notice: "Waiting"), after: 999)
        #expect(both == ServiceHealth(status: .error, task: "Storage is full (\(counts), the oldest for 16 minutes)"))
        let notice = health(state(isBusy: true, notice: "Waiting"), after: 999)
        #expect(
            notice
                == ServiceHealth(
                    status: .warning, task: "Waiting (\(counts), the oldest for 16 minutes)", isHanging: true))
        var damaged = state(notice: "Waiting")
        damaged.damages = ["line 7 is damaged", "line 9 is damaged"]
        #expect(
            health(damaged) == ServiceHealth(status: .error, task: "Filing goes on, but line 7 is damaged (\(counts))"))
    }
}
