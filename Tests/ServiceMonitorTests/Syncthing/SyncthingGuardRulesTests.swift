import FactoryCore
import Testing

@testable import service_monitor

@Suite("Whether photos may be moved out of an inbox")
struct SyncthingGuardRulesTests {
    private let inbox = SyncthingInbox(path: "/in", pathForSyncthing: "/var/in")
    private let time = Timestamp(seconds: 1_700_000_000)

    private func verdict(_ folders: [SyncthingFolder]) -> SyncthingVerdict {
        SyncthingGuardRules.verdict(folders.map { SyncthingMatch(folder: $0, below: "") }, of: inbox, time: time)
    }

    @Test("is decided by the folders that hold it or lie in it, where Syncthing sees it")
    func folders() {
        let all = ["/var/in", "/in", "/var", "/var/in/pixel", "/var/inner", "~/in"].map {
            SyncthingFolder.sample(path: $0)
        }
        let mine = SyncthingGuardRules.folders(all, of: inbox, tilde: "/var", links: [:])
        #expect(mine.map(\.folder.path) == ["/var/in", "/var", "/var/in/pixel", "~/in"])
        #expect(mine.map(\.below) == ["", "", "pixel", ""])
        #expect(
            SyncthingGuardRules.folders(all, of: inbox, tilde: nil, links: [:]).map(\.folder.path).contains("~/in")
                == false)
    }

    @Test("is decided as well by folders to which a link leads, on either side")
    func links() {
        let all = ["/a", "/b", "/c"].map { SyncthingFolder.sample(path: $0) }
        let links = ["/a": "/disk/in/a", "/b": "/disk/out", "/var/in": "/disk/in"]
        #expect(SyncthingGuardRules.folders(all, of: inbox, tilde: nil, links: links).map(\.below) == ["a"])
        #expect(
            SyncthingGuardRules.folders([.sample(path: "~/x")], of: inbox, tilde: "/h", links: ["/h/x": "/var/in"])
                .count == 1)
        #expect(SyncthingGuardRules.folders(all, of: inbox, tilde: nil, links: [:]).isEmpty)
    }

    @Test("They may when all of them only receive")
    func receiveOnly() {
        let found = verdict([.sample(label: "Pixel"), .sample(id: "b", label: "")])
        #expect(
            found
                == SyncthingVerdict(
                    isReceiveOnly: true, folders: ["", ""], finding: "“Pixel”, “b”: Receive Only", time: time))
    }

    @Test(
        "They may not when one does anything else, and its owner is told what to click",
        arguments: [
            (SyncthingFolderType.sendReceive, "Send & Receive"), (.sendOnly, "Send Only"), (.other("mirror"), "mirror"),
        ])
    func others(type: SyncthingFolderType, title: String) {
        let found = verdict([.sample(), .sample(label: "iPhone", type: type)])
        #expect(!found.isReceiveOnly)
        #expect(found.finding.hasPrefix("Syncthing's folder “iPhone” is \(title), and every photo that is filed"))
        #expect(found.finding.contains("click the folder, Edit, Advanced, set Folder Type to Receive Only and Save"))
    }

    @Test("An encrypted folder cannot be turned into another, and its owner is told what to do instead")
    func encrypted() {
        let found = verdict([.sample(type: .receiveEncrypted)])
        #expect(!found.isReceiveOnly)
        #expect(found.finding.contains("remove it in Syncthing and add it again without an encryption password"))
    }

    @Test("They may not when librarians would not see the marker")
    func marker() {
        #expect(verdict([.sample(markerName: ".stfolder")]).isReceiveOnly)
        let found = verdict([.sample(markerName: ".here")])
        #expect(found.isDangerous && found.finding.contains("is marked by .here"))
    }

    @Test("They may not when none is known, and the path is named at which it was looked for")
    func none() {
        let found = verdict([])
        #expect(!found.isReceiveOnly)
        #expect(found.finding.hasPrefix("none of Syncthing's folders is /var/in: "))
    }

    @Test("The words of all versions for a folder's type are known")
    func types() {
        #expect(["receiveonly"].map { SyncthingFolderType($0) } == [.receiveOnly])
        #expect(["sendreceive", "readwrite", ""].allSatisfy { SyncthingFolderType($0) == .sendReceive })
        #expect(["sendonly", "readonly"].allSatisfy { SyncthingFolderType($0) == .sendOnly })
        #expect(SyncthingFolderType("receiveencrypted") == .receiveEncrypted)
        #expect(SyncthingFolderType("ReceiveOnly") == .other("ReceiveOnly"))
    }

    @Test("A folder is known by its label on one line, or by its id")
    func titles() {
        #expect(SyncthingFolder.sample(id: "abc", label: nil).title == "abc")
        #expect(SyncthingFolder.sample(label: "My\nphone\u{1B}[31m").title == "Myphone[31m")
    }
}
