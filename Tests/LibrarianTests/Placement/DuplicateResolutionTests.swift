import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("A look at the original of a file whose content the ledger has")
struct DuplicateResolutionTests {
    private let place = "2024/2024-03-09/a.jpg"

    private func look(
        at file: PreparedFile, _ site: Site, ledger: String? = nil, prefetches: Bool = false,
        unless stop: StopSignal = StopSignal()
    ) throws -> DuplicateResolution.Finding {
        let inspection = OriginalInspection(originals: try Originals(storage: site.storage), stop: stop)
        let resolution = DuplicateResolution(inspection: inspection)
        let path = ledger ?? "/mounted/elsewhere/Originals/\(place)"
        let stored = StoredOriginal(fingerprint: file.fingerprint, finalPath: path)
        var prefetched = PrefetchedOriginals(prefetches ? [stored] : [], below: inspection.originals.root)
        return try resolution.look(at: file, stored: stored, reader: ContentReader(), prefetched: &prefetched)
    }

    private func reason(_ finding: DuplicateResolution.Finding) -> String? {
        if case .unknown(let reason) = finding { reason } else { nil }
    }

    @Test("finds that it is whole, and touches nothing")
    func whole() async throws {
        try await withSite { site in
            try site.originalFiles.write("same".bytes, to: place)
            guard case .whole = try look(at: site.arrive("b.jpg", "same"), site) else {
                Issue.record("the original was not found whole")
                return
            }
            #expect(try site.inboxFiles.files() == ["b.jpg"])
            #expect(try site.storageFiles.files() == ["Originals/\(place)"])
        }
    }

    @Test("reads one that the disk was asked for ahead as well", arguments: ["same", "bad!"])
    func prefetched(content: String) async throws {
        try await withSite { site in
            try site.originalFiles.write(content.bytes, to: place)
            let finding = try look(at: site.arrive("b.jpg", "same"), site, prefetches: true)
            switch finding {
            case .whole: #expect(content == "same")
            case .differs: #expect(content != "same")
            default: Issue.record("the original was not read: \(finding)")
            }
        }
    }

    @Test("finds that it is missing", arguments: [false, true])
    func missing(dayIsThere: Bool) async throws {
        try await withSite { site in
            if dayIsThere { try site.originalFiles.folder("2024/2024-03-09") }
            guard case .missing(let path) = try look(at: site.arrive("b.jpg"), site) else {
                Issue.record("the original was not found missing")
                return
            }
            #expect(path.text == place)
            #expect(site.inboxFiles.holds("b.jpg"))
        }
    }

    @Test("finds other bytes in its place, and leaves them there", arguments: ["bad!", "sam", ""])
    func differs(content: String) async throws {
        try await withSite { site in
            try site.originalFiles.write(content.bytes, to: place)
            guard case .differs(let displaced) = try look(at: site.arrive("b.jpg", "same"), site) else {
                Issue.record("the original was not found to differ")
                return
            }
            let expected = try Fingerprint.of(content)
            #expect(displaced.place.text == place && displaced.fingerprint == expected)
            #expect(try site.storageFiles.files() == ["Originals/\(place)"])
            #expect(try site.originalFiles.read(place) == content.bytes)
            #expect(site.inboxFiles.holds("b.jpg"))
        }
    }

    @Test("says nothing of a file that is the stored original itself")
    func itself() async throws {
        try await withSite { site in
            // As two mounts of one folder would show it.
            let both = try Site(inbox: site.storageFiles.folder("Originals"), storage: site.storageFiles)
            try both.inboxFiles.write("same".bytes, to: place)
            let full = both.inboxFiles.path(of: place)
            #expect(reason(try look(at: both.prepare(place), both)) == "it is its own original: \(full)")
            #expect(try site.originalFiles.read(place) == "same".bytes)
        }
    }

    @Test("finds that a file has gone which another librarian has made the original")
    func filedByAnother() async throws {
        try await withSite { site in
            let file = try site.arrive("b.jpg", "same")
            try site.originalFiles.folder("2024/2024-03-09")
            try site.inboxFiles.rename("b.jpg", to: "../Storage/Originals/\(place)")
            guard case .vanished = try look(at: file, site) else {
                Issue.record("a file that was filed was not found to have gone")
                return
            }
            #expect(try site.originalFiles.read(place) == "same".bytes)
        }
    }

    @Test("finds that it is whole when the file is a second name of it")
    func hardLink() async throws {
        try await withSite { site in
            try site.originalFiles.write("same".bytes, to: place)
            try #require(link(site.originalFiles.path(of: place), site.inboxFiles.path(of: "b.jpg")) == 0)
            guard case .whole = try look(at: site.prepare("b.jpg"), site) else {
                Issue.record("a second name was not taken for a duplicate")
                return
            }
        }
    }

    @Test("says nothing when the original is no regular file, or out of reach, or outside of Originals")
    func unknown() async throws {
        try await withSite { site in
            let file = try site.arrive("b.jpg")
            #expect(
                reason(try look(at: file, site, ledger: "/photos/a.jpg"))
                    == "its original is outside Originals: /photos/a.jpg")
            try site.originalFiles.folder("2024/2024-03-09")
            try site.originalFiles.makePipe(place)
            #expect(reason(try look(at: file, site))?.hasSuffix("is no regular file") == true)
            try site.originalFiles.remove(place)
            try site.originalFiles.makeSymbolicLink(place, to: site.inboxFiles.path(of: "b.jpg"))
            #expect(reason(try look(at: file, site))?.hasPrefix("its original cannot be checked") == true)
            #expect(site.inboxFiles.holds("b.jpg"))
        }
    }

    @Test("stops when it is told to")
    func stopped() async throws {
        try await withSite { site in
            try site.originalFiles.write("same".bytes, to: place)
            let stop = StopSignal()
            stop.set()
            guard case .stopped = try look(at: site.arrive("b.jpg", "same"), site, unless: stop) else {
                Issue.record("the look was not stopped")
                return
            }
        }
    }
}
