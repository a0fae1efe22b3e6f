import FactoryCore
import Testing

@testable import librarian

@Suite("Whether files may be moved out of a folder of Syncthing's")
struct SyncthingRulesTests {
    private let asked = Timestamp(seconds: 1_700_000_000)

    private func objection(
        _ isReceiveOnly: Bool?, markerAfter seconds: Int = -60, nowAfter: Int = 10
    ) -> String? {
        SyncthingRules.objection(
            marker: SyncthingMarker(path: "/in/.stfolder", changed: asked.adding(seconds: seconds)),
            verdict: isReceiveOnly.map {
                SyncthingVerdict(isReceiveOnly: $0, finding: "Pixel is Send & Receive: click", time: asked)
            },
            inbox: "/in", now: asked.adding(seconds: nowAfter))
    }

    @Test("is so when the monitor has seen that it only receives")
    func receiveOnly() {
        #expect(objection(true) == nil)
    }

    @Test("is not so before the monitor has looked, nor when it found something else, with its words")
    func held() {
        #expect(objection(nil)?.contains("not known yet: service-monitor finds that out") == true)
        #expect(
            objection(false)
                == "PHOTOS_INBOX (/in) is synced by Syncthing (/in/.stfolder): Pixel is Send & Receive: click")
    }

    @Test("is not so for a folder that has come since; a clock that was ahead tells nothing")
    func newer() {
        #expect(objection(true, markerAfter: 1)?.contains("newer than what service-monitor saw at 2023-11-14") == true)
        #expect(objection(true, markerAfter: 0) == nil)
        #expect(objection(true, markerAfter: 9999) == nil)
    }
}
