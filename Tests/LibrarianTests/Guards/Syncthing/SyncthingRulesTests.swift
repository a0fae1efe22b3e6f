import FactoryCore
import Testing

@testable import librarian

@Suite("Whether files may be moved out of a folder of Syncthing's")
struct SyncthingRulesTests {
    private let asked = Timestamp(seconds: 1_700_000_000)

    private func marker(_ folder: String = "", after seconds: Int = -60) -> SyncthingMarker {
        SyncthingMarker(
            path: folder.isEmpty ? "/in/.stfolder" : "/in/\(folder)/.stfolder", folder: folder,
            changed: asked.adding(seconds: seconds))
    }

    private func objection(
        _ isReceiveOnly: Bool?, folders: [String] = [""], markers: [SyncthingMarker], nowAfter: Int = 10
    ) -> String? {
        SyncthingRules.objection(
            markers: markers,
            verdict: isReceiveOnly.map {
                SyncthingVerdict(
                    isReceiveOnly: $0, folders: folders, finding: "Pixel is Send & Receive: click", time: asked)
            },
            inbox: "/in", now: asked.adding(seconds: nowAfter))
    }

    @Test("is so when the monitor has seen that it only receives")
    func receiveOnly() {
        #expect(objection(true, markers: [marker()]) == nil)
        #expect(objection(nil, markers: []) == nil, "nothing of Syncthing's is there")
        #expect(objection(false, folders: [], markers: []) == nil, "Syncthing has other folders only")
    }

    @Test("is not so before the monitor has looked, nor when it found something else, with its words")
    func held() {
        #expect(objection(nil, markers: [marker()])?.contains("not known yet: service-monitor finds that out") == true)
        #expect(
            objection(false, folders: [], markers: [marker()])
                == "PHOTOS_INBOX (/in) is synced by Syncthing (/in/.stfolder): Pixel is Send & Receive: click")
    }

    @Test("is not so out of a dangerous folder whose marker cannot be seen from here")
    func withoutMarker() {
        #expect(
            objection(false, markers: []) == "PHOTOS_INBOX (/in) is synced by Syncthing: Pixel is Send & Receive: click"
        )
    }

    @Test("is not so for a folder that the Syncthing which was asked does not know")
    func unknown() {
        #expect(objection(true, folders: ["", "pixel"], markers: [marker(), marker("pixel")]) == nil)
        let sentence = objection(true, markers: [marker(), marker("pixel")])
        #expect(
            sentence?.contains("(/in/pixel/.stfolder), but the Syncthing that service-monitor asks has no such") == true
        )
    }

    @Test("is not so for a folder that has come since")
    func newer() {
        let sentence = objection(true, markers: [marker(after: 1)])
        #expect(sentence?.contains("newer than what service-monitor saw at 2023-11-14") == true)
        #expect(objection(true, markers: [marker(after: 0)]) == nil)
    }

    @Test("goes only by a verdict of this minute when a clock was ahead")
    func clocks() {
        #expect(objection(true, markers: [marker(after: 9999)]) == nil)
        #expect(objection(true, markers: [marker(after: 9999)], nowAfter: 61) != nil)
        #expect(objection(true, markers: [marker(after: 9999), marker(after: 5)], nowAfter: 10) != nil)
        #expect(objection(true, markers: [marker()], nowAfter: -10) == nil)
        #expect(objection(true, markers: [marker()], nowAfter: -3600) != nil)
    }
}
