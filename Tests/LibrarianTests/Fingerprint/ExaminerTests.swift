import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("A worker that examines files")
struct ExaminerTests {
    private let photo = SamplePhoto("a photo", taken: "2024:03:09 11:50:38")
    private let clock = SetClock(SystemClock().now)

    private func examiner(_ files: TestFolder, stop: StopSignal = StopSignal()) throws -> Examiner {
        try Examiner(
            Examiner.Setting(
                inbox: try Folder.open(files.path), metadataReader: MetadataReader(), incompleteAfter: .seconds(3600),
                clock: clock, stop: stop))
    }

    /// The file as a scan hands it to a worker.
    private func stable(_ text: String, in files: TestFolder) throws -> StableFile {
        let path = try #require(RelativePath(text))
        let stamp = try Folder.open(files.path).folder(path.folders).stamp(path.name)
        return StableFile(path: path, stamp: try #require(stamp))
    }

    private func outcome(_ examinations: [Examination]) -> FileOutcome? {
        if case .settled(let file)? = examinations.first { file.outcome } else { nil }
    }

    private func prepared(_ examinations: [Examination]) -> PreparedFile? {
        if case .ready(let group)? = examinations.first { group.media.first } else { nil }
    }

    @Test("prepares a whole photo with all that filing needs")
    func ready() async throws {
        try await withTemporaryFolder { files in
            try files.write(photo.bytes(), to: "DCIM/a.jpg")
            let candidate = try stable("DCIM/a.jpg", in: files)
            let file = try #require(prepared(await examiner(files).examine([candidate])))
            #expect(file.fingerprint.hex == (try await Fingerprints.sha256(of: "DCIM/a.jpg", in: files)))
            #expect(file.metadata.capture.local.sqlText == "2024-03-09 11:50:38")
            #expect(file.metadata.format == .jpeg && file.problem == nil)
            #expect(file.inboxPath == files.path(of: "DCIM/a.jpg"))
            #expect(file.stamp.isSameFile(as: candidate.stamp))
        }
    }

    @Test("lets an incomplete file wait, and takes it with its problem when its time is over")
    func incomplete() async throws {
        try await withTemporaryFolder { files in
            try files.write(photo.truncatedBytes(), to: "a.jpg")
            let (examiner, candidate) = (try examiner(files), try stable("a.jpg", in: files))
            let reason = "The JPEG ends before its end marker."
            #expect(outcome(await examiner.examine([candidate])) == .incomplete(reason))
            clock.advance(by: .seconds(3601))
            #expect(prepared(await examiner.examine([candidate]))?.problem == reason)
        }
    }

    @Test("says what a file is not")
    func ignored() async throws {
        try await withTemporaryFolder { files in
            try files.write(SampleNonMedia.text("1"), to: "a.jpg")
            try files.write([], to: "empty.jpg")
            try files.makePipe("pipe.jpg")
            let candidates = try ["a.jpg", "empty.jpg", "pipe.jpg"].map { try stable($0, in: files) }
            let examinations = try await examiner(files).examine(candidates)
            #expect(
                examinations.map { outcome([$0]) } == [
                    .ignored("neither a photo nor a video"), .ignored("neither a photo nor a video"),
                    .ignored("not a regular file"),
                ])
        }
    }

    @Test("leaves a file to a later pass that is another one than was seen, or is not there, or is a link now")
    func changed() async throws {
        try await withTemporaryFolder { files in
            for name in ["changed.jpg", "gone.jpg", "link.jpg"] { try files.write(photo.bytes(), to: name) }
            let candidates = try ["changed.jpg", "gone.jpg", "link.jpg"].map { try stable($0, in: files) }
            try files.append([0], to: "changed.jpg")
            try files.remove("gone.jpg")
            try files.remove("link.jpg")
            try files.makeSymbolicLink("link.jpg", to: files.path(of: "changed.jpg"))
            let outcomes = try await examiner(files).examine(candidates).map { outcome([$0]) }
            #expect(outcomes.prefix(2) == [.pending("it is still changing"), .vanished])
            guard case .trouble? = outcomes[2] else {
                Issue.record("a symbolic link was followed: \(String(describing: outcomes[2]))")
                return
            }
        }
    }

    /// The file is long enough, with a hole behind its picture, for the change to come while the worker is at it.
    @Test("does not take a file for whole that changes while it is read", .timeLimit(.minutes(5)))
    func changedWhileRead() async throws {
        try await withTemporaryFolder { files in
            try files.write(photo.bytes(), to: "a.jpg")
            try #require(truncate(files.path(of: "a.jpg"), 400_000_000) == 0)
            let (examiner, candidate) = (try examiner(files), try stable("a.jpg", in: files))
            async let examinations = examiner.examine([candidate])
            try await Task.sleep(for: .milliseconds(10))
            try files.append([0], to: "a.jpg")
            let found = await examinations
            let expected: [FileOutcome] = [.pending("it changed while it was read"), .pending("it is still changing")]
            #expect(outcome(found).map { expected.contains($0) } == true)
        }
    }

    @Test("stops in the middle of a file when it is told to")
    func stops() async throws {
        try await withTemporaryFolder { files in
            try files.write(photo.bytes(), to: "a.jpg")
            let stop = StopSignal()
            stop.set()
            let examiner = try examiner(files, stop: stop)
            let found = await examiner.examine([try stable("a.jpg", in: files)])
            #expect(outcome(found) == .pending("the librarian is stopping"))
        }
    }

    /// A phone's folder may be removed and made again at any time, and a new one may be another one's old name.
    @Test("finds the files of a folder that was replaced since the last time")
    func replacedFolder() async throws {
        try await withTemporaryFolder { files in
            try files.write(photo.bytes(), to: "DCIM/a.jpg")
            let examiner = try examiner(files)
            #expect(prepared(await examiner.examine([try stable("DCIM/a.jpg", in: files)])) != nil)
            try files.rename("DCIM", to: "old")
            try files.write(photo.bytes(), to: "DCIM/b.jpg")
            #expect(prepared(await examiner.examine([try stable("DCIM/b.jpg", in: files)])) != nil)
        }
    }
}
