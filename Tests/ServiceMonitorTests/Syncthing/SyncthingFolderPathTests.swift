import Testing

@testable import service_monitor

@Suite("The paths of Syncthing's folders")
struct SyncthingFolderPathTests {
    private func overlap(_ one: String, _ other: String, tilde: String? = nil) -> Bool {
        let one = SyncthingFolderPath(SyncthingFolderPath.expanded(one, tilde: tilde))
        let other = SyncthingFolderPath(other)
        #expect((one.below(other) != nil) == (other.below(one) != nil))
        return one.below(other) != nil
    }

    @Test("overlap where one is the other, holds it or lies in it")
    func overlapping() {
        #expect(overlap("/in", "/in"))
        #expect(overlap("/in/pixel", "/in"))
        #expect(overlap("/", "/in"))
    }

    @Test("say where one lies in the other")
    func below() {
        let inbox = SyncthingFolderPath("/var/in")
        #expect(["/var/in", "/var", "/"].allSatisfy { SyncthingFolderPath($0).below(inbox) == "" })
        #expect(SyncthingFolderPath("/var/in/pixel//DCIM/").below(inbox) == "pixel/DCIM")
        #expect(SyncthingFolderPath("/var/inner").below(inbox) == nil)
    }

    @Test("are told apart by whole names")
    func apart() {
        #expect(!overlap("/in", "/inbox"))
        #expect(!overlap("/in/pixel", "/in/iphone"))
        #expect(!overlap("/In", "/in"))
    }

    @Test("are the same however they are written")
    func spelling() {
        #expect(overlap("//in/./x/", "/in/x"))
        #expect(overlap("/in/y/../x", "/in/x"))
        #expect(!overlap("/in/../out", "/in"))
        #expect(overlap("/../in", "/in"))
    }

    @Test("begin at home where they begin with a tilde")
    func home() {
        #expect(overlap("~/Sync", "/home/me/Sync", tilde: "/home/me"))
        #expect(overlap("~", "/home/me", tilde: "/home/me/"))
        #expect(!overlap("~you/Sync", "/home/me/Sync", tilde: "/home/me"))
        #expect(!overlap("~/Sync", "/home/me/Sync"))
    }
}
