import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("The move to another file system")
struct VerifiedCopyTests {
    /// Lends an inbox on disk and a storage in memory.
    private func withTwoFileSystems(_ body: (Site) throws -> Void) async throws {
        try await withTemporaryFolder { inbox in
            try await withTemporaryFolder(in: OtherFileSystem.path) { storage in
                try body(Site(inbox: inbox, storage: storage))
            }
        }
    }

    private func move(_ file: PreparedFile, _ site: Site, unless stop: StopSignal = StopSignal()) throws
        -> PlacementMove.Result
    {
        let removal = SourceRemoval()
        defer { removal.finish() }
        let copy = try VerifiedCopy(storage: site.storage, librarian: "librarian", removal: removal, stop: stop)
        let target = try site.storage.makeFolder("target")
        let result = try PlacementMove().move(file.source, to: target, as: "a.jpg")
        guard result == .crossesMounts else { return result }
        return try copy.move([CrossingFile(source: file.source, target: target, name: "a.jpg".bytes)])[0].get()
    }

    @Test(
        "copies, seals, keeps the time and removes the source",
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func placed() async throws {
        try await withTwoFileSystems { site in
            let content = String(repeating: "0123456789", count: 100_000)
            try site.inboxFiles.write(content.bytes, to: "DCIM/a.jpg")
            try site.inboxFiles.setModified("DCIM/a.jpg", to: 1_600_000_000)
            #expect(try move(site.prepare("DCIM/a.jpg"), site) == .placed(remark: nil))
            #expect(try site.storageFiles.read("target/a.jpg") == content.bytes)
            let facts = try #require(site.storageFiles.facts("target/a.jpg"))
            #expect(facts.permissions == 0o444 && facts.modified == 1_600_000_000)
            #expect(try site.inboxFiles.files() == [] && site.storageFiles.files() == ["target/a.jpg"])
            #expect(
                site.inboxFiles.entries() == ["DCIM"] && TestFolder(site.inboxFiles.path(of: "DCIM")).entries() == [])
        }
    }

    @Test(
        "looks at each file also where it knows that no rename leads to its folder",
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func crossing() async throws {
        try await withTwoFileSystems { site in
            let files = try (0..<4).map { try site.arrive("\($0).jpg", "photo \($0)") }
            let target = try site.storage.makeFolder("target")
            let beside = try Folder.open(site.inboxFiles.path).makeFolder("beside")
            let mover = PlacementMove()
            #expect(try mover.move(files[0].source, to: target, as: "a.jpg") == .crossesMounts)
            try site.inboxFiles.remove("1.jpg")
            try site.inboxFiles.write("another photo".bytes, to: "2.jpg")
            #expect(try mover.move(files[1].source, to: target, as: "a.jpg") == .vanished)
            #expect(try mover.move(files[2].source, to: target, as: "a.jpg") == .replaced)
            #expect(try mover.move(files[3].source, to: target, as: "a.jpg") == .crossesMounts)
            #expect(try mover.move(files[3].source, to: beside, as: "a.jpg") == .placed(remark: nil))
            try site.storageFiles.write("there already".bytes, to: "a.jpg")
            let there = try site.storage.openFile("a.jpg".bytes)
            let source = SourceFile(
                name: "a.jpg".bytes, folder: site.storage, file: there, stamp: try there.stamp("a.jpg"),
                fingerprint: files[0].fingerprint)
            #expect(try mover.move(files[0].source, to: target, as: "a.jpg") == .crossesMounts)
            #expect(try mover.move(source, to: target, as: "a.jpg") == .placed(remark: nil))
        }
    }

    @Test(
        "remembers folders of two file systems until it is told that nothing more comes",
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func forgetting() async throws {
        try await withTwoFileSystems { site in
            let (mover, file) = (PlacementMove(), try site.arrive("a.jpg"))
            let target = try attempt(file, to: site.storageFiles, with: mover)
            #expect(target.folder != nil)
            mover.finish()
            #expect(target.folder == nil)
        }
    }

    @Test(
        "remembers nothing of two mounts of one disk, where it may be a single file that is refused",
        .enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func oneDiskTwice() async throws {
        try await withTemporaryFolder { root in
            let (inbox, storage) = (try root.folder("inbox"), try root.folder("storage"))
            try await withSecondMount(of: storage) {
                let site = try Site(inbox: inbox, storage: storage)
                let target = try attempt(site.arrive("a.jpg"), to: storage, with: PlacementMove())
                #expect(target.folder == nil)
            }
        }
    }

    private struct Target {
        weak var folder: Folder?
    }

    /// Tries to rename a file into another file system's folder, which then only the mover still has.
    private func attempt(_ file: PreparedFile, to storage: TestFolder, with mover: PlacementMove) throws -> Target {
        let target = try Folder.open(storage.path)
        #expect(try mover.move(file.source, to: target, as: "a.jpg") == .crossesMounts)
        return Target(folder: target)
    }

    @Test(
        "names good copies alone, of many that are read at once",
        .enabled(if: OwnDisk.isPresent, "\(OwnDisk.absence)"))
    func otherBytes() async throws {
        try await withSite { site in
            let target = try site.storage.makeFolder("target")
            var files = try (0..<6).map { try site.arrive("\($0).jpg", "photo \($0)").source }
            // What was read at first is not what the disk gives back.
            let (folder, file, stamp) = (files[3].folder, files[3].file, files[3].stamp)
            files[3] = SourceFile(
                name: "3.jpg".bytes, folder: folder, file: file, stamp: stamp, fingerprint: try SHA256.of("other".bytes)
            )
            let removal = SourceRemoval()
            let copy = try VerifiedCopy(
                storage: site.storage, librarian: "librarian", removal: removal, stop: StopSignal())
            let results = copy.move(files.map { CrossingFile(source: $0, target: target, name: $0.name) })
            removal.finish()
            let error = #expect(throws: FileError.self) { try results[3].get() }
            #expect(error?.code == EIO && "\(String(describing: error))".contains("3.jpg"))
            #expect(try site.inboxFiles.files() == ["3.jpg"])
            #expect(try site.storageFiles.files() == [0, 1, 2, 4, 5].map { "target/\($0).jpg" })
        }
    }

    @Test(
        "lets go of each source that has gone, also where somebody still has it",
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func room() async throws {
        try await withTwoFileSystems { site in
            let files = try (0..<5).map { try site.arrive("\($0).jpg", "photo \($0)") }
            let target = try site.storage.makeFolder("target")
            try site.storageFiles.write([7], to: "target/3.jpg")
            let removal = SourceRemoval()
            let copy = try VerifiedCopy(
                storage: site.storage, librarian: "librarian", removal: removal, stop: StopSignal(), partCount: 1)
            let results = copy.move(
                files.enumerated().map { number, file in
                    CrossingFile(source: file.source, target: target, name: "\(number).jpg".bytes)
                })
            removal.finish()
            #expect(try results.map { try $0.get() != .taken } == [true, true, true, false, true])
            // The one that stays is still open.
            #expect(files.map { $0.source.file.descriptor >= 0 } == [false, false, false, true, false])
            let error = #expect(throws: FileError.self) { try files[0].source.file.stamp("0.jpg") }
            #expect(error?.code == EBADF)
        }
    }

    @Test(
        "begins a copy anew that a crash interrupted",
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func interrupted() async throws {
        try await withTwoFileSystems { site in
            let file = try site.arrive("a.jpg", "whole")
            try site.storageFiles.write("who".bytes, to: ".incoming/librarian/\(file.fingerprint.hex)")
            #expect(try move(file, site) == .placed(remark: nil))
            #expect(try site.storageFiles.read("target/a.jpg") == "whole".bytes)
            #expect(try site.storageFiles.files() == ["target/a.jpg"])
        }
    }

    @Test(
        "replaces nothing and leaves no copy behind",
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func taken() async throws {
        try await withTwoFileSystems { site in
            try site.storageFiles.write([7], to: "target/a.jpg")
            #expect(try move(site.arrive("a.jpg"), site) == .taken)
            #expect(try site.storageFiles.read("target/a.jpg") == [7])
            #expect(try site.storageFiles.files() == ["target/a.jpg"] && site.inboxFiles.files() == ["a.jpg"])
        }
    }

    @Test(
        "does not file what was written to after it had been read",
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func changed() async throws {
        try await withTwoFileSystems { site in
            let file = try site.arrive("a.jpg", "old")
            try site.inboxFiles.append([0], to: "a.jpg")
            #expect(try move(file, site) == .replaced)
            #expect(try site.storageFiles.files() == [] && site.inboxFiles.files() == ["a.jpg"])
        }
    }

    @Test(
        "leaves the newcomer that got the name of what was read, and no copy",
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func replaced() async throws {
        try await withTwoFileSystems { site in
            let file = try site.arrive("a.jpg", "old")
            try site.inboxFiles.write("new".bytes, to: "new")
            try site.inboxFiles.rename("new", to: "a.jpg")
            #expect(try move(file, site) == .replaced)
            #expect(try site.storageFiles.files() == [])
            #expect(try site.inboxFiles.read("a.jpg") == "new".bytes)
        }
    }

    @Test(
        "stops when it is told to, and leaves the source and no part of a copy",
        .enabled(if: OtherFileSystem.isPresent, "\(OtherFileSystem.absence)"))
    func stopped() async throws {
        try await withTwoFileSystems { site in
            let stop = StopSignal()
            stop.set()
            let file = try site.arrive("a.jpg", "whole")
            #expect(try move(file, site, unless: stop) == .stopped)
            #expect(try site.storageFiles.files() == [])
            #expect(try site.inboxFiles.read("a.jpg") == "whole".bytes)
        }
    }

    @Test(
        "leaves the source, and no part of a copy, when the storage is full",
        .enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func full() async throws {
        try await withTemporaryFolder { inbox in
            try await withSmallFileSystem(kilobytes: 256) { system in
                let storage = system.folder
                let site = try Site(inbox: inbox, storage: storage)
                let file = try site.arrive("a.jpg", String(repeating: "x", count: 1_000_000))
                let error = #expect(throws: FileError.self) { try move(file, site) }
                #expect(error?.code == ENOSPC && error?.concernsStorage == true)
                #expect(try site.storageFiles.files() == [])
                #expect(site.inboxFiles.facts("a.jpg")?.size == 1_000_000)
            }
        }
    }

    @Test(
        "names what was written before the storage was full, and leaves the rest alone",
        .enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func fullInTheSecondPart() async throws {
        try await withTemporaryFolder { inbox in
            try await withSmallFileSystem(kilobytes: 350) { system in
                let site = try Site(inbox: inbox, storage: system.folder)
                let target = try site.storage.makeFolder("target")
                let files = try (0..<5).map { number in
                    let file = try site.arrive("\(number).jpg", String(repeating: "\(number)", count: 100_000))
                    return CrossingFile(source: file.source, target: target, name: "\(number).jpg".bytes)
                }
                let removal = SourceRemoval()
                let copy = try VerifiedCopy(
                    storage: site.storage, librarian: "librarian", removal: removal, stop: StopSignal(), partCount: 2)
                let results = copy.move(files)
                removal.finish()
                for result in results[..<3] { #expect(try result.get() == .placed(remark: nil)) }
                for result in results[3...] {
                    let error = #expect(throws: FileError.self) { try result.get() }
                    #expect(error?.code == ENOSPC)
                }
                #expect(try site.storageFiles.files() == (0..<3).map { "target/\($0).jpg" })
                #expect(try site.inboxFiles.files() == ["3.jpg", "4.jpg"])
            }
        }
    }

    @Test(
        "takes room for a large file once its predecessors have given back theirs, where both lie on one disk",
        .enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func oneDisk() async {
        // In a process of its own: what other tests start holds all descriptors for a moment.
        await #expect(processExitsWith: .success) {
            // Room for three files and the copy of one.
            try await withSmallFileSystem(kilobytes: 450) { system in
                let site = try Site(inbox: system.folder.folder("inbox"), storage: system.folder.folder("storage"))
                let target = try site.storage.makeFolder("target")
                let files = try (0..<3).map { number in
                    let file = try site.arrive("\(number).jpg", String(repeating: "\(number)", count: 100_000))
                    return CrossingFile(source: file.source, target: target, name: "\(number).jpg".bytes)
                }
                let removal = SourceRemoval()
                let copy = try VerifiedCopy(
                    storage: site.storage, librarian: "librarian", removal: removal, stop: StopSignal(),
                    partSize: 20_000)
                for result in copy.move(files) { #expect(try result.get() == .placed(remark: nil)) }
                removal.finish()
                #expect(try site.inboxFiles.files() == [])
            }
        }
    }
}
