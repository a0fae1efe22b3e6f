import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("A file whose content the ledger has")
struct DuplicateResolutionTests {
    private let place = "2024/2024-03-09/a.jpg"

    private func resolve(_ file: PreparedFile, _ site: Site, ledger: String? = nil) throws -> DuplicateResolution.Result
    {
        let resolution = DuplicateResolution(
            originals: try Originals(storage: site.storage),
            quarantine: Quarantine(storage: site.storage, clock: SetClock()), removal: SourceRemoval())
        let path = ledger ?? "/mounted/elsewhere/Originals/\(place)"
        let stored = StoredOriginal(fingerprint: file.fingerprint, finalPath: path)
        return try resolution.resolve(file, stored: stored, reader: ContentReader())
    }

    private func reason(_ result: DuplicateResolution.Result) -> String? {
        if case .kept(let reason) = result { reason } else { nil }
    }

    private func isHeal(_ result: DuplicateResolution.Result) -> Bool {
        if case .heal(let path) = result { path.text == place } else { false }
    }

    @Test("is removed when the stored original is whole")
    func removed() async throws {
        try await withSite { site in
            try site.originalFiles.write("same".bytes, to: place)
            guard case .removed = try resolve(site.arrive("b.jpg", "same"), site) else {
                Issue.record("the duplicate was not removed")
                return
            }
            #expect(site.inboxFiles.entries() == [])
            #expect(try site.storageFiles.files() == ["Originals/\(place)"])
        }
    }

    @Test("heals an original that is missing")
    func missing() async throws {
        try await withSite { site in
            let file = try site.arrive("b.jpg")
            #expect(isHeal(try resolve(file, site)))
            #expect(site.inboxFiles.holds("b.jpg"))
        }
    }

    @Test("heals an original that is damaged, whose bytes go to the quarantine", arguments: ["bad!", "sam", ""])
    func damaged(content: String) async throws {
        try await withSite { site in
            try site.originalFiles.write(content.bytes, to: place)
            let file = try site.arrive("b.jpg", "same")
            #expect(isHeal(try resolve(file, site)))
            let files = try site.storageFiles.files()
            #expect(files.count == 1 && files.first?.hasPrefix("Quarantine/2027-01-15/a_") == true)
            #expect(try site.storageFiles.read(files[0]) == content.bytes)
            #expect(site.inboxFiles.holds("b.jpg"))
        }
    }

    @Test("stays when it is the stored original itself")
    func itself() async throws {
        try await withSite { site in
            // As two mounts of one folder would show it.
            let both = try Site(inbox: site.storageFiles.folder("Originals"), storage: site.storageFiles)
            try both.inboxFiles.write("same".bytes, to: place)
            let full = both.inboxFiles.path(of: place)
            #expect(reason(try resolve(both.prepare(place), both)) == "it is its own original: \(full)")
            #expect(try site.originalFiles.read(place) == "same".bytes)
        }
    }

    @Test("is removed when it is a second name of the stored original")
    func hardLink() async throws {
        try await withSite { site in
            try site.originalFiles.write("same".bytes, to: place)
            try #require(link(site.originalFiles.path(of: place), site.inboxFiles.path(of: "b.jpg")) == 0)
            guard case .removed = try resolve(site.prepare("b.jpg"), site) else {
                Issue.record("the second name was not removed")
                return
            }
            #expect(try site.originalFiles.read(place) == "same".bytes)
            #expect(site.inboxFiles.entries() == [])
        }
    }

    @Test("stays when the original is no regular file, or out of reach, or outside of Originals")
    func kept() async throws {
        try await withSite { site in
            let file = try site.arrive("b.jpg")
            #expect(
                reason(try resolve(file, site, ledger: "/photos/a.jpg"))
                    == "its original is outside Originals: /photos/a.jpg")
            try site.originalFiles.folder("2024/2024-03-09")
            try site.originalFiles.makePipe(place)
            #expect(reason(try resolve(file, site))?.hasPrefix("its original is no regular file") == true)
            try site.originalFiles.remove(place)
            try site.originalFiles.makeSymbolicLink(place, to: site.inboxFiles.path(of: "b.jpg"))
            #expect(reason(try resolve(file, site))?.hasPrefix("its original cannot be checked") == true)
            #expect(site.inboxFiles.holds("b.jpg"))
        }
    }

    @Test("stays or is gone when somebody else's hand is at it")
    func meanwhile() async throws {
        try await withSite { site in
            try site.originalFiles.write("same".bytes, to: place)
            let file = try site.arrive("b.jpg", "same")
            try site.inboxFiles.append([0], to: "b.jpg")
            #expect(reason(try resolve(file, site)) == "it was replaced while it was compared")
            try site.inboxFiles.remove("b.jpg")
            guard case .vanished = try resolve(file, site) else {
                Issue.record("a file that has gone was resolved")
                return
            }
        }
    }
}
