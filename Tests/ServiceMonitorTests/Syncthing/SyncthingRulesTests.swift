import FactoryCore
import Testing

@testable import service_monitor

@Suite("How Syncthing is")
struct SyncthingRulesTests {
    private typealias Found = (SyncthingFolder, SyncthingFolderState?)

    private func health(_ inboxes: [[Found]], stale: Set<String> = []) -> ServiceHealth {
        let inbox = SyncthingInbox(path: "/in", pathForSyncthing: "/in")
        let situation = SyncthingSituation(
            version: "v1.19.2",
            inboxes: inboxes.map { folders in
                let matches = folders.map { SyncthingMatch(folder: $0.0, below: "") }
                return (SyncthingGuardRules.verdict(matches, of: inbox, time: Timestamp(seconds: 0)), folders)
            })
        return SyncthingRules.health(situation, stale: stale)
    }

    private func expect(_ health: ServiceHealth, _ status: ServiceStatus, _ words: String) {
        #expect(health.status == status)
        #expect(health.task.hasPrefix(words), "\(health.task)")
    }

    @Test("Well, with its version and its folders in a line")
    func fine() {
        expect(health([[(.sample(), .sample())]]), .ok, "Syncthing v1.19.2; “Pixel” Receive Only, idle")
        let waiting = health([[(.sample(), .sample(state: "syncing", outOfSync: 7))]])
        expect(waiting, .ok, "Syncthing v1.19.2; “Pixel” Receive Only, syncing, 7 items out of sync")
    }

    @Test("A phone in danger comes before everything else")
    func danger() {
        let stopped = SyncthingFolderState.sample(state: "error", error: "folder marker missing")
        let found = health([[], [(.sample(id: "a"), stopped)], [(.sample(label: "Nexus", type: .sendReceive), nil)]])
        expect(found, .error, "Syncthing's folder “Nexus” is Send & Receive")
    }

    @Test("A folder that has stopped is an error, in the words of every version")
    func stopped() {
        for state in [
            SyncthingFolderState.sample(error: "folder path missing"),
            .sample(error: nil, invalid: "folder path missing"),
        ] {
            let words = "Syncthing's folder “Pixel” has stopped: folder path missing ("
            expect(health([[], [(.sample(), state)]]), .error, words)
        }
        expect(health([[(.sample(), .sample(state: "error"))]]), .error, "Syncthing's folder “Pixel” has stopped: it")
    }

    @Test("What keeps photos from arriving is a warning")
    func warnings() {
        expect(health([[(.sample(), .sample())], []]), .warning, "none of Syncthing's folders is /in")
        expect(health([[(.sample(paused: true), nil)]]), .warning, "Syncthing's folder “Pixel” is paused: ")
        expect(health([[(.sample(), nil)]]), .warning, "Syncthing's folder “Pixel” does not say how it is (")
        let failing = SyncthingFolderState.sample(errors: nil, pullErrors: 3)
        expect(health([[(.sample(), failing)]]), .warning, "Syncthing's folder “Pixel” cannot sync 3 items")
        let waiting = health([[(.sample(), .sample(outOfSync: 2))]], stale: ["photos"])
        expect(waiting, .warning, "Syncthing's folder “Pixel” has been waiting for 2 items for a day")
    }

    @Test("What a version leaves out is no complaint")
    func sparse() {
        let state = SyncthingFolderState.sample(
            state: nil, error: nil, invalid: nil, errors: nil, pullErrors: nil, outOfSync: nil)
        #expect(health([[(.sample(), state)]]).status == .ok)
    }

    @Test("An error is told as it is")
    func failure() {
        expect(SyncthingRules.health(SyncthingError("Syncthing is gone")), .error, "Syncthing is gone")
    }
}
